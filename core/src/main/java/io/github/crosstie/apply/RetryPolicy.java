package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import java.time.Duration;

/**
 * How long to leave alone what does not work for now: a mailbox, or all of an organization. The delay doubles with each failure
 * in a row, up to a maximum; chance takes a share of it away, so that those who failed together do not come back together. What a
 * system tells by itself ({@link io.github.crosstie.fault.ThrottledException}) is kept to exactly and is no matter of this policy.
 *
 * @param firstDelay the delay after the first failure
 * @param maximumDelay the longest delay
 * @param jitter the largest share of a delay that chance takes away; 0 for none, less than 1
 * @param authorization after how long refused credentials are tried again if nobody says before that they are mended (F8)
 */
@Incubating
public record RetryPolicy(Duration firstDelay, Duration maximumDelay, double jitter, Duration authorization) {

    /** From half a minute to an hour, up to half of it taken away by chance; refused credentials after a day. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1), 0.5, Duration.ofDays(1));

    private static final int MOST_DOUBLINGS = 40;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a delay is not positive, the maximum is shorter than the first, or the jitter is not
     *     from 0 to less than 1
     */
    public RetryPolicy {
        if (firstDelay.isNegative()
                || firstDelay.isZero()
                || maximumDelay.compareTo(firstDelay) < 0
                || authorization.isNegative()
                || authorization.isZero()) {
            throw new IllegalArgumentException(
                    "retries from " + firstDelay + " to " + maximumDelay + ", credentials after " + authorization
                            + ": use positive delays and a maximum that is not shorter than the first");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("retry jitter " + jitter + ": use 0 or more and less than 1");
        }
    }

    /**
     * How long to wait after some failures in a row.
     *
     * @param failures how many there were; 1 or more
     * @param chance a number drawn at random, from 0 to less than 1
     * @return the delay; never longer than the maximum, never shorter than the first delay less its jitter
     * @throws IllegalArgumentException if a number is out of range
     */
    public Duration delay(int failures, double chance) {
        if (failures < 1 || !(chance >= 0 && chance < 1)) {
            throw new IllegalArgumentException("delay after " + failures + " failures with chance " + chance
                    + ": use 1 or more, and a chance from 0 to less than 1");
        }
        Duration full = doubled(firstDelay, failures - 1, maximumDelay);
        return full.minusMillis((long) (full.toMillis() * jitter * chance));
    }

    /** A delay doubled some times, up to a maximum. */
    static Duration doubled(Duration first, int times, Duration maximum) {
        Duration delay = first;
        for (int i = 0; i < Math.min(times, MOST_DOUBLINGS); i++) {
            if (delay.compareTo(maximum) >= 0) {
                return maximum;
            }
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(maximum) < 0 ? delay : maximum;
    }
}
