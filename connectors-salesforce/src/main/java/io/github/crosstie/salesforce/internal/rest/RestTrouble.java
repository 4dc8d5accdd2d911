package io.github.crosstie.salesforce.internal.rest;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an answer against a request means for everything that goes to the organization; nothing if it concerns one record. */
final class RestTrouble {

    static final int UNAUTHORIZED = 401;

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final int SERVER_ERROR = 500;
    private static final Duration SHORT_PAUSE = Duration.ofMinutes(1);
    private static final Duration DAILY_PAUSE = Duration.ofHours(1);

    private RestTrouble() {}

    static UnauthorizedException session(RestRequest request) {
        return new UnauthorizedException(
                request.name() + ": Salesforce refuses the session, and a new one as well; check"
                        + " the connected app and the user it signs in as");
    }

    static ContractBrokenException unexpected(RestRequest request, RestAnswer answer) {
        return unexpected(request, answer.status(), answer.errors());
    }

    static ContractBrokenException unexpected(RestRequest request, int status, List<RestError> errors) {
        return new ContractBrokenException(request.name() + ": status " + status + ", " + errors
                + "; report it, if the organization has the objects and fields that the request names");
    }

    static Optional<CrosstieException> of(
            RestRequest request, WebResponse response, List<RestError> errors, Instant now) {
        String what = request.name() + ": status " + response.status()
                + (errors.isEmpty() ? "" : ", " + errors.get(0).summary());
        ErrorKind kind = errors.isEmpty() ? null : errors.get(0).kind();
        if (response.status() == TOO_MANY || kind == ErrorKind.THROTTLED) {
            return Optional.of(new ThrottledException(
                    what + "; too many requests at a time, waits", now.plus(pause(response)), null));
        }
        if (kind == ErrorKind.DAILY_LIMIT) {
            return Optional.of(new ThrottledException(
                    what + "; the organization's requests of the day are used up, waits", now.plus(DAILY_PAUSE), null));
        }
        if (kind == ErrorKind.CURSOR) {
            return Optional.of(new CursorExpiredException(what + "; the query begins anew"));
        }
        if (kind == ErrorKind.BLOCKED) {
            return Optional.of(new AccessBlockedException(
                    what + "; the API is switched off: give the user 'API Enabled', or the organization an edition that"
                            + " has it"));
        }
        Optional<String> missing = errors.stream().findFirst().flatMap(RestError::missingField);
        if (missing.isPresent()) {
            return Optional.of(new AccessBlockedException(what + ": " + missing.get()
                    + " that the user who signs in may see; create it there (a field for marks on Contact and on Event)"
                    + " and let the user see it, or drop it from tagField(...) or column(...)"));
        }
        if (kind == ErrorKind.PROGRAM || response.status() == TOO_LONG || response.status() == HEADERS_TOO_LARGE) {
            return Optional.of(new ContractBrokenException(
                    what + "; report it, if the organization has the objects and fields that the request names"));
        }
        if (response.status() == FORBIDDEN && kind == null) {
            return Optional.of(new AccessBlockedException(what + "; the server refuses access to this address"));
        }
        return response.status() >= SERVER_ERROR || (kind == ErrorKind.TRANSIENT && request.isReading())
                ? Optional.of(unavailable(request, what, response.status() >= SERVER_ERROR))
                : Optional.empty();
    }

    private static UnavailableException unavailable(RestRequest request, String what, boolean mayHaveHappened) {
        UnavailableException trouble = new UnavailableException(what + "; try again later");
        return mayHaveHappened && !request.isReading() ? AnswerLost.mark(trouble) : trouble;
    }

    private static Duration pause(WebResponse response) {
        return response.header("Retry-After")
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(SHORT_PAUSE);
    }
}
