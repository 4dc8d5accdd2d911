package io.github.crosstie.ews.internal.transport;

import java.time.Duration;

/**
 * When an exchange must be over, on the machine's own clock: it bounds how long a thread waits, which no injected clock
 * can.
 *
 * @param at the value of {@link System#nanoTime} at that moment
 * @param length how long the whole exchange may take
 */
record Deadline(long at, Duration length) {

    static Deadline after(Duration length) {
        return new Deadline(System.nanoTime() + length.toNanos(), length);
    }

    /** How many nanoseconds are left; never negative. */
    long remaining() {
        return Math.max(0, at - System.nanoTime());
    }
}
