package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.internal.exchange.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says is wrong: the status and the code of its error, and what they mean.
 *
 * @param status the status
 * @param code {@code error.code}, or the innermost one that says more; empty if there is none
 * @param kind what is to be done
 * @param retryAt the earliest moment of the next call; null unless {@link TroubleKind#THROTTLED}
 */
public record GraphTrouble(
        int status, String code, TroubleKind kind, @Nullable Instant retryAt) {

    /** How long a mailbox that says "too many" without saying until when is left alone. */
    private static final Duration UNSTATED_PAUSE = Duration.ofSeconds(60);

    /** A longer pause than this is a mistake, which would stop a mailbox for good. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** A part of a batch that was not looked at, since another one failed. */
    private static final int DEPENDENCY_FAILED = 424;

    private static final Pattern WELL_FORMED_CODE = Pattern.compile("[\\w.-]{1,80}");

    static GraphTrouble in(GraphAnswer answer) {
        Optional<Instant> stated = answer.header("Retry-After")
                .flatMap(header -> RetryAfter.moment(header, answer.receivedAt()))
                .map(moment -> earlier(moment, answer.receivedAt().plus(LONGEST_PAUSE)));
        String code = code(answer.body().path("error"));
        TroubleKind kind = ErrorCodes.kind(answer.status(), code, stated.isPresent());
        return new GraphTrouble(
                answer.status(),
                code,
                kind,
                kind == TroubleKind.THROTTLED
                        ? stated.orElseGet(() -> answer.receivedAt().plus(UNSTATED_PAUSE))
                        : null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The outermost code that means something to this connector, or the outermost one. */
    private static String code(JsonNode error) {
        String outermost = wellFormed(error.path("code").asText());
        for (JsonNode at = error; !at.isMissingNode(); at = inner(at)) {
            String code = wellFormed(at.path("code").asText());
            if (ErrorCodes.isKnown(code)) {
                return code;
            }
        }
        return outermost;
    }

    /** Graph spells it both ways. */
    private static JsonNode inner(JsonNode error) {
        return error.has("innerError") ? error.path("innerError") : error.path("innererror");
    }

    private static String wellFormed(String code) {
        return WELL_FORMED_CODE.matcher(code).matches() ? code : "";
    }

    /**
     * Whether a write that failed so may have been done all the same.
     *
     * @return false if the server surely did nothing
     */
    public boolean mayHaveHappened() {
        // A gateway says 503 and 504 that lost patience with a server that has saved everything by then.
        return status >= 500 || (kind == TroubleKind.TRANSIENT && status != DEPENDENCY_FAILED);
    }

    /**
     * This trouble as trouble of the whole mailbox.
     *
     * @param where the call and the request's ids, for the message
     * @return the exception to throw; {@link #of} finds this trouble in it again, and {@link AnswerLost} marks it if a
     *     write may have been done
     */
    public CrosstieException toException(String where) {
        CrosstieException exception = meaning(where + ": " + named(), new TroubleCause(this));
        return mayHaveHappened() ? AnswerLost.mark(exception) : exception;
    }

    private CrosstieException meaning(String what, TroubleCause cause) {
        return switch (kind) {
            case THROTTLED -> throttled(what, cause);
            case TRANSIENT -> new UnavailableException(what + ": the server cannot for now; try again later", cause);
            case MAILBOX ->
                new MailboxUnavailableException(
                        what + ": the mailbox is not there, is not in this cloud, is disabled, or is full; ask its"
                                + " administrator",
                        cause);
            case GONE ->
                new MailboxUnavailableException(
                        what + ": the mailbox or its folder is not there any more; look for it anew", cause);
            case RIGHTS ->
                new UnauthorizedException(
                        what + ": the token is refused or has no right to this mailbox; renew it, and check the"
                                + " application's permissions and consent",
                        cause);
            case BLOCKED ->
                new AccessBlockedException(
                        what + ": the organization does not let this application reach this mailbox; have an"
                                + " administrator add it to the access policy",
                        cause);
            case STATE ->
                new CursorExpiredException(
                        what + ": the server does not know this state any more; list everything again", cause);
            case CONFLICT ->
                new UnavailableException(what + ": something changed in the very moment; try again later", cause);
            case ITEM ->
                new ContractBrokenException(
                        what + ": the server refuses the request as a whole; report it with the request's id", cause);
        };
    }

    private ThrottledException throttled(String what, TroubleCause cause) {
        Instant moment = retryAt;
        if (moment == null) {
            throw new IllegalStateException("a pause without an end; report this");
        }
        return new ThrottledException(what + ": too many requests; send none before " + moment, moment, cause);
    }

    /**
     * The trouble that an exception was made of.
     *
     * @param exception any
     * @return the trouble; empty if the exception was not made by {@link #toException}
     */
    public static Optional<GraphTrouble> of(CrosstieException exception) {
        return exception.getCause() instanceof TroubleCause cause ? Optional.of(cause.trouble()) : Optional.empty();
    }

    private String named() {
        return code.isEmpty() ? "status " + status : "status " + status + " " + code;
    }

    /** Names status and code alone: what else an error says may be nobody else's business. */
    @Override
    public String toString() {
        return "GraphTrouble[" + named() + "]";
    }
}
