package io.github.crosstie.dispatch;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much one dispatch may take.
 *
 * @param inFlight how many mailboxes are worked on at the same time at most, 1 or more
 * @param inFlightPerOrganization how many of them belong to one organization at most, 1 or more
 * @param time how long the dispatch may take from its start: after that no mailbox is begun, and those at work end before
 *     their next call; null for no limit
 * @param roundTime how long one mailbox may take, likewise; null for no limit
 * @param firstRetry how long a mailbox or organization is left alone after a first failure, unless a system told until when;
 *     twice as long after each further one in a row
 * @param longestRetry the longest such pause
 * @param failuresToPause after how many failures in a row, of a kind that its systems and not one mailbox are to blame for, an
 *     organization is left alone as a whole; 1 or more
 */
public record DispatchSettings(
        int inFlight,
        int inFlightPerOrganization,
        @Nullable Duration time,
        @Nullable Duration roundTime,
        Duration firstRetry,
        Duration longestRetry,
        int failuresToPause) {

    /** Eight at a time, four of an organization, no limit of time, pauses of 1 minute to 6 hours, after 5 failures in a row. */
    public static final DispatchSettings DEFAULT =
            new DispatchSettings(8, 4, null, null, Duration.ofMinutes(1), Duration.ofHours(6), 5);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is smaller than 1, a time is not positive, or the longest pause is shorter
     *     than the first
     */
    public DispatchSettings {
        requireOneOrMore("inFlight", inFlight);
        requireOneOrMore("inFlightPerOrganization", inFlightPerOrganization);
        requireOneOrMore("failuresToPause", failuresToPause);
        requirePositive("time", time);
        requirePositive("roundTime", roundTime);
        requirePositive("firstRetry", Objects.requireNonNull(firstRetry, "firstRetry"));
        requirePositive("longestRetry", Objects.requireNonNull(longestRetry, "longestRetry"));
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("DispatchSettings: longestRetry of " + longestRetry
                    + " is shorter than firstRetry of " + firstRetry + "; make it as long at least");
        }
    }

    private static void requireOneOrMore(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("DispatchSettings: " + name + " of " + number + "; use 1 or more");
        }
    }

    private static void requirePositive(String name, @Nullable Duration duration) {
        if (duration != null && (duration.isZero() || duration.isNegative())) {
            throw new IllegalArgumentException(
                    "DispatchSettings: " + name + " of " + duration + "; use a positive duration");
        }
    }

    /**
     * The same with other bounds.
     *
     * @param inFlight how many mailboxes at a time, 1 or more
     * @param inFlightPerOrganization how many of them of one organization, 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if a number is smaller than 1
     */
    public DispatchSettings withInFlight(int inFlight, int inFlightPerOrganization) {
        return new DispatchSettings(
                inFlight, inFlightPerOrganization, time, roundTime, firstRetry, longestRetry, failuresToPause);
    }

    /**
     * The same with other limits of time.
     *
     * @param time for the whole; null for no limit
     * @param roundTime for each mailbox; null for no limit
     * @return a changed copy
     * @throws IllegalArgumentException if a time is not positive
     */
    public DispatchSettings withTime(@Nullable Duration time, @Nullable Duration roundTime) {
        return new DispatchSettings(
                inFlight, inFlightPerOrganization, time, roundTime, firstRetry, longestRetry, failuresToPause);
    }

    /**
     * The same with other pauses.
     *
     * @param firstRetry after a first failure
     * @param longestRetry the longest
     * @param failuresToPause failures in a row that pause an organization, 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if a pause is not positive, the longest is shorter than the first, or the number is smaller
     *     than 1
     */
    public DispatchSettings withRetries(Duration firstRetry, Duration longestRetry, int failuresToPause) {
        return new DispatchSettings(
                inFlight, inFlightPerOrganization, time, roundTime, firstRetry, longestRetry, failuresToPause);
    }

    /** How long to leave alone what has failed so many times in a row. */
    Duration pause(int failures) {
        Duration pause = firstRetry;
        for (int i = 1; i < failures && pause.compareTo(longestRetry) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
