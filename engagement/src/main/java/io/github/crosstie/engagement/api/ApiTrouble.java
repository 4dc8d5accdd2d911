package io.github.crosstie.engagement.api;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an answer that is no page means for the caller. Only numbers of the answer get into messages, never its text,
 * which may hold personal data.
 *
 * @param doing what was being done
 * @param now when the answer came
 * @param accountZone where the day of the daily limit begins
 */
record ApiTrouble(String doing, Instant now, ZoneId accountZone) {

    private static final Duration CONCURRENCY_PAUSE = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    CrosstieException of(ApiAnswer answer, PageContent content) {
        if (content instanceof PageContent.Refusal refusal) {
            return EngagementCode.of(refusal.code())
                    .map(code -> ofCode(code, answer))
                    .orElseGet(() -> ofUnknownCode(refusal.code(), answer));
        }
        return answer.status() == 200 ? ofBody(content) : ofStatus(answer);
    }

    private CrosstieException ofCode(EngagementCode code, ApiAnswer answer) {
        if (code.meaning().concernsUnit()) {
            return code.exception(doing, answer.retryAt(now).orElseGet(() -> limitEnds(code)));
        }
        return new ContractBrokenException(
                doing + ": answered with code " + code.number() + " (status " + answer.status()
                        + "), which speaks of a single record where all were asked for; report it to the authors");
    }

    /** The API names no moment by itself; these are those of its documents. */
    private Instant limitEnds(EngagementCode code) {
        return switch (code) {
            case DAILY_LIMIT ->
                now.atZone(accountZone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(accountZone)
                        .toInstant();
            case MINUTE_LIMIT -> now.plus(MINUTE);
            default -> now.plus(CONCURRENCY_PAUSE);
        };
    }

    /** What the code does not tell, the status may: a limit or a refused token is one by any code. */
    private CrosstieException ofUnknownCode(int code, ApiAnswer answer) {
        int status = answer.status();
        String message =
                doing + ": answered with code " + code + " (status " + status + "), which this version does not know; ";
        return ofTellingStatus(answer, message)
                .orElseGet(() -> new ContractBrokenException(
                        message + "look it up in the API's list of codes, and report it to the authors"));
    }

    private CrosstieException ofBody(PageContent content) {
        if (content instanceof PageContent.Strange strange) {
            return new ContractBrokenException(doing + ": the answer is none of the API's, " + strange.reason()
                    + "; check the base URL, and report it to the authors if that is right");
        }
        boolean cutShort = content instanceof PageContent.Unreadable unreadable && unreadable.cutShort();
        return new UnavailableException(doing
                + (cutShort
                        ? ": the answer ends in the middle (status 200); call again later"
                        : ": the answer is not JSON (status 200), so something on the way has answered in the API's"
                                + " place; call again later"));
    }

    private CrosstieException ofStatus(ApiAnswer answer) {
        int status = answer.status();
        return ofTellingStatus(answer, doing + ": answered with status " + status + " and without a code of the API; ")
                .orElseGet(() -> new InvalidInputException(
                        doing,
                        "",
                        "answered with status " + status + " and without a code of the API; check the base URL"));
    }

    /** What a status means by itself; empty for one that may mean anything. */
    private Optional<CrosstieException> ofTellingStatus(ApiAnswer answer, String message) {
        int status = answer.status();
        Optional<Instant> retryAt = answer.retryAt(now);
        if (status == 429 || (status == 503 && retryAt.isPresent())) {
            Instant moment = retryAt.orElse(now.plus(MINUTE));
            return Optional.of(new ThrottledException(message + "call again at " + moment, moment, null));
        }
        return switch (status) {
            case 401 ->
                Optional.of(new UnauthorizedException(
                        message + "renew the token, and check that its user is synced to the unit"));
            case 403 ->
                Optional.of(new AccessBlockedException(message + "grant the token's user the right to view users"));
            case 408, 425 -> Optional.of(new UnavailableException(message + "call again later"));
            default ->
                status >= 500
                        ? Optional.of(new UnavailableException(message + "call again later, and report it if it stays"))
                        : Optional.empty();
        };
    }
}
