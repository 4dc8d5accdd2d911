package io.github.crosstie.engagement.connector;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Instant;
import java.util.Optional;

/** The codes by which Account Engagement says what is wrong, and what each of them means for a caller. */
public enum EngagementCode {
    /** There is no user of this id. */
    BAD_USER_ID(10, Meaning.GONE, "there is no user of this id"),
    /** There is no user of this e-mail address. */
    UNKNOWN_EMAIL(11, Meaning.GONE, "there is no user of this e-mail address"),
    /** The caller may not do this. */
    NO_PERMISSION(46, Meaning.FORBIDDEN, "the caller lacks the ability; grant it the right to view users"),
    /** The caller may not do this to this user. */
    NO_PERMISSION_ON_RECORD(49, Meaning.FORBIDDEN, "the caller lacks the ability; grant it the right to view users"),
    /** Somebody else changes the same user at this moment. */
    CONFLICTING_UPDATE(62, Meaning.REJECTED_FOR_NOW, "somebody else changes the same user; try again"),
    /** Too many requests at once. */
    CONCURRENCY(66, Meaning.THROTTLED, "too many requests at once; five may be under way"),
    /** Another user has this e-mail address. */
    EMAIL_EXISTS(99, Meaning.REJECTED, "another user has this e-mail address; give one of them another"),
    /** The system knows no such time zone. */
    BAD_TIME_ZONE(100, Meaning.REJECTED, "there is no such time zone; correct it in the CRM"),
    /** The unit has no such role. */
    BAD_ROLE(101, Meaning.REJECTED, "the unit has no such role; create it, or correct the mapping of profiles"),
    /** Another user has this CRM username. */
    USERNAME_TAKEN(102, Meaning.REJECTED, "another user has this CRM username; correct that user"),
    /** The CRM has no such username. */
    USERNAME_NOT_FOUND(
            104, Meaning.REJECTED, "the CRM has no such username; check that the connector user sees the user"),
    /** The user is needed elsewhere. */
    IN_USE(108, Meaning.REJECTED, "the user is in use; reassign what refers to it"),
    /** There is no such record. */
    NOT_FOUND(109, Meaning.GONE, "there is no such record"),
    /** All requests of the day are used up. */
    DAILY_LIMIT(122, Meaning.THROTTLED, "the requests of the day are used up"),
    /** The header that names the business unit is missing. */
    MISSING_UNIT(181, Meaning.NO_SUCH_UNIT, "the request names no business unit; give its id"),
    /** The token is refused. */
    BAD_TOKEN(
            184, Meaning.UNAUTHORIZED, "the token is refused; renew it, and check that its user is synced to the unit"),
    /** The record is not found, or in the recycle bin. */
    NOT_FOUND_OR_RECYCLED(192, Meaning.GONE, "there is no such record, or it is in the recycle bin"),
    /** There is no such business unit. */
    UNIT_NOT_FOUND(
            201,
            Meaning.NO_SUCH_UNIT,
            "there is no such business unit; check its id, and the host: demo or production"),
    /** Too many requests within a minute. */
    MINUTE_LIMIT(202, Meaning.THROTTLED, "too many requests within a minute"),
    /** No administrator would be left. */
    NO_ADMINISTRATOR(203, Meaning.REJECTED, "no administrator would be left; make somebody else one first"),
    /** The page token is too old. */
    PAGE_TOKEN_EXPIRED(210, Meaning.START_OVER, "the page token is too old; start the listing over"),
    /** The page token is none. */
    PAGE_TOKEN_INVALID(211, Meaning.START_OVER, "the page token is not valid; start the listing over"),
    /** The request took too long. */
    TIMEOUT(214, Meaning.UNAVAILABLE, "the request took too long; try again later"),
    /** The user is in the recycle bin. */
    RECYCLED(219, Meaning.REJECTED, "the user is in the recycle bin; restore it first");

    /** What a code means for whoever sent the request. */
    public enum Meaning {
        /** This write can never succeed as it is. */
        REJECTED(false),
        /** This write may succeed later. */
        REJECTED_FOR_NOW(false),
        /** The record is not there. */
        GONE(false),
        /** Nobody may ask for a while. */
        THROTTLED(true),
        /** The system does not answer for now. */
        UNAVAILABLE(true),
        /** The credentials are refused. */
        UNAUTHORIZED(true),
        /** The caller lacks a right. */
        FORBIDDEN(true),
        /** The unit is not there. */
        NO_SUCH_UNIT(true),
        /** The listing has to be started over. */
        START_OVER(true);

        private final boolean concernsUnit;

        Meaning(boolean concernsUnit) {
            this.concernsUnit = concernsUnit;
        }

        /**
         * Whether it concerns the whole unit, so that it is thrown, or one record alone.
         *
         * @return true if it is thrown
         */
        public boolean concernsUnit() {
            return concernsUnit;
        }
    }

    private final int number;
    private final Meaning meaning;
    private final String text;

    EngagementCode(int number, Meaning meaning, String text) {
        this.number = number;
        this.meaning = meaning;
        this.text = text;
    }

    /**
     * The code of a number.
     *
     * @param number as the system sends it
     * @return the code, or empty if it is none of these
     */
    public static Optional<EngagementCode> of(int number) {
        for (EngagementCode code : values()) {
            if (code.number == number) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /**
     * The number as the system sends it.
     *
     * @return the number
     */
    public int number() {
        return number;
    }

    /**
     * What it means for a caller.
     *
     * @return the meaning
     */
    public Meaning meaning() {
        return meaning;
    }

    /**
     * What it says about one record.
     *
     * @return the outcome of a write
     * @throws IllegalStateException if it concerns the whole unit
     */
    public UserWriteOutcome outcome() {
        return switch (meaning) {
            case REJECTED -> new UserWriteOutcome.Rejected(Integer.toString(number), text, true);
            case REJECTED_FOR_NOW -> new UserWriteOutcome.Rejected(Integer.toString(number), text, false);
            case GONE -> new UserWriteOutcome.Gone();
            case THROTTLED, UNAVAILABLE, UNAUTHORIZED, FORBIDDEN, NO_SUCH_UNIT, START_OVER ->
                throw new IllegalStateException("code " + number + " concerns the whole unit; throw its exception");
        };
    }

    /**
     * What it says about the whole unit.
     *
     * @param doing what was being done, and to which unit; no secret and no personal data
     * @param retryAt for limits: the earliest moment of the next call
     * @return the exception to throw
     * @throws IllegalStateException if it concerns one record alone
     */
    public CrosstieException exception(String doing, Instant retryAt) {
        String message = doing + ": " + text + " (code " + number + ")";
        return switch (meaning) {
            case THROTTLED -> new ThrottledException(message + "; call again at " + retryAt, retryAt, null);
            case UNAVAILABLE -> new UnavailableException(message);
            case UNAUTHORIZED -> new UnauthorizedException(message);
            case FORBIDDEN -> new AccessBlockedException(message);
            case NO_SUCH_UNIT -> new InvalidInputException(doing, "", text + " (code " + number + ")");
            case START_OVER -> new CursorExpiredException(message);
            case REJECTED, REJECTED_FOR_NOW, GONE ->
                throw new IllegalStateException("code " + number + " concerns one record alone; take its outcome");
        };
    }
}
