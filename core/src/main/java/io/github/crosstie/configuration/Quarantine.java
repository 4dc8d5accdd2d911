package io.github.crosstie.configuration;

import java.time.Duration;

/**
 * How a record that cannot be written is tried again (S15): after a delay that doubles each time, up to a maximum, and at
 * once when the record changes.
 *
 * @param firstDelay delay before the first retry; positive
 * @param maximumDelay longest delay; not shorter than the first
 */
public record Quarantine(Duration firstDelay, Duration maximumDelay) {

    /** From ten minutes to a day. */
    public static final Quarantine DEFAULT = new Quarantine(Duration.ofMinutes(10), Duration.ofDays(1));

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if a delay is not positive or the maximum is shorter than the first
     */
    public Quarantine {
        if (firstDelay.isNegative() || firstDelay.isZero() || maximumDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("quarantine from " + firstDelay + " to " + maximumDelay
                    + ": use a positive first delay and a maximum that is not shorter");
        }
    }
}
