package io.github.crosstie.http.internal;

import java.time.Duration;

/**
 * When an exchange must be over, on the machine's own clock: it bounds how long a thread waits, which no injected clock
 * can.
 *
 * @param at the value of {@link System#nanoTime} at that moment
 * @param length how long the whole exchange may take
 */
public record Deadline(long at, Duration length) {

    /**
     * A deadline that begins to run now.
     *
     * @param length how long the whole exchange may take
     * @return when it is over
     */
    public static Deadline after(Duration length) {
        return new Deadline(System.nanoTime() + length.toNanos(), length);
    }

    /**
     * How much time is left.
     *
     * @return nanoseconds; never negative
     */
    public long remaining() {
        return Math.max(0, at - System.nanoTime());
    }
}
