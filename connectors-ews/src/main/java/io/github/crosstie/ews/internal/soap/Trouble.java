package io.github.crosstie.ews.internal.soap;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the server says went wrong, in a fault or in a response message. Immutable.
 *
 * @param code the code, as the server named it
 * @param text the server's own words; they may hold addresses, so they belong in no message of ours
 * @param values what came along in {@code MessageXml}, such as {@code BackOffMilliseconds}
 */
public record Trouble(ResponseCode code, String text, Map<String, String> values) {

    /** How long a mailbox is left alone that is busy and does not say for how long. */
    public static final Duration UNSTATED_PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final String BACK_OFF = "BackOffMilliseconds";
    private static final String INNER_CODE = "InnerErrorResponseCode";
    private static final String IMPERSONATION = "ErrorImpersonat";

    /** Copies the values. */
    public Trouble {
        values = Map.copyOf(values);
    }

    /**
     * A code alone.
     *
     * @param code the code
     */
    public Trouble(ResponseCode code) {
        this(code, "", Map.of());
    }

    /**
     * The code that tells what happened: the inner one, if the server wrapped it into a general one.
     *
     * @return the code to act on
     */
    public ResponseCode effectiveCode() {
        String inner = values.get(INNER_CODE);
        return inner == null || !code.equals(ResponseCode.INTERNAL_SERVER_ERROR) ? code : ResponseCode.of(inner);
    }

    /**
     * What is to be done about it.
     *
     * @return the kind of the effective code
     */
    public TroubleKind kind() {
        return effectiveCode().kind();
    }

    /**
     * Whether it is about this code, plainly or wrapped.
     *
     * @param expected a code
     * @return true if the effective code is the expected one
     */
    public boolean is(ResponseCode expected) {
        return effectiveCode().equals(expected);
    }

    /**
     * How long the server wants to be left alone.
     *
     * @return the time it states, a day at most; empty if it states none that can be read
     */
    public Optional<Duration> backOff() {
        String stated = values.get(BACK_OFF);
        if (stated == null) {
            return Optional.empty();
        }
        try {
            Duration pause = Duration.ofMillis(Math.max(0, Long.parseLong(stated.strip())));
            return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether a write that failed so may have been done all the same.
     *
     * @return false if the server surely did nothing
     */
    public boolean mayHaveHappened() {
        return kind() == TroubleKind.TRANSIENT && !is(ResponseCode.BATCH_PROCESSING_STOPPED);
    }

    /**
     * This trouble as trouble of the whole mailbox.
     *
     * @param where the operation and the request's id, for the message
     * @param clock tells when now is, for the end of a pause
     * @return the exception to throw; {@link #of} finds this trouble in it again
     */
    public CrosstieException toException(String where, Clock clock) {
        String what = where + ": " + named();
        TroubleCause cause = new TroubleCause(this);
        return switch (kind()) {
            case THROTTLED ->
                new ThrottledException(
                        what + ": the mailbox is busy; it is left alone for a while",
                        clock.instant().plus(backOff().orElse(UNSTATED_PAUSE)),
                        cause);
            case TRANSIENT -> new UnavailableException(what + ": the server cannot for now; try again later", cause);
            case MOVING ->
                new UnavailableException(
                        what
                                + ": the mailbox is moving to another server; look up its address anew and try again later",
                        cause);
            case MAILBOX ->
                new MailboxUnavailableException(
                        what
                                + (code().name().equals("ErrorQuotaExceeded")
                                        ? ": the mailbox is full; make room in it, or have its quota raised"
                                        : ": the mailbox or its folder is not there, or is disabled; ask its administrator"),
                        cause);
            case RIGHTS -> new UnauthorizedException(what + ": " + missingRight(), cause);
            case BLOCKED ->
                new AccessBlockedException(
                        what + ": the organization does not let this mailbox be reached over Exchange Web Services; use"
                                + " another connector",
                        cause);
            case STATE ->
                new CursorExpiredException(
                        what + ": the server does not know this state any more; list everything again", cause);
            case VERSION ->
                new ContractBrokenException(
                        what + ": the server speaks none of the versions of this connector; update the server", cause);
            case NONE, CONFLICT, GONE, ITEM, PROGRAM ->
                new ContractBrokenException(
                        what + ": the server refuses the request as a whole; report it with the request's id", cause);
        };
    }

    private String missingRight() {
        return effectiveCode().name().startsWith(IMPERSONATION)
                ? "the account may not act in the name of this mailbox's user; on Exchange Server have an administrator give"
                        + " it the management role ApplicationImpersonation for this mailbox, in Exchange Online the"
                        + " application the role Application EWS.AccessAsApp or the permission full_access_as_app"
                : "the account has no right to this mailbox; check its password and its rights";
    }

    /**
     * The trouble that an exception was made of.
     *
     * @param exception any
     * @return the trouble; empty if the exception was not made by {@link #toException}
     */
    public static Optional<Trouble> of(CrosstieException exception) {
        return exception.getCause() instanceof TroubleCause cause ? Optional.of(cause.trouble()) : Optional.empty();
    }

    private String named() {
        StringBuilder named = new StringBuilder(code.name());
        if (!effectiveCode().equals(code)) {
            named.append(" (").append(effectiveCode().name()).append(')');
        }
        if (!effectiveCode().known()) {
            named.append(", a code this connector does not know");
        }
        String line = values.get("LineNumber");
        if (line != null) {
            named.append(" at line ").append(line).append(", ").append(values.getOrDefault("LinePosition", "?"));
        }
        return named.toString();
    }

    /** Names the codes alone: text and values may hold what is nobody else's business. */
    @Override
    public String toString() {
        return "Trouble[" + named() + "]";
    }
}
