package io.github.crosstie.store.jdbc.cluster;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait, stretched at random. Thread-safe, whatever the source of chance is. */
final class DueTimes {

    private final Duration interval;
    private final double jitter;
    private final RandomGenerator random;

    DueTimes(Duration interval, double jitter, RandomGenerator random) {
        this.interval = interval;
        this.jitter = jitter;
        this.random = random;
    }

    /** How long after a round that went through the next one is due. */
    Duration interval() {
        return stretched(interval);
    }

    /** How long to leave a mailbox alone that is to be left alone so long at least. */
    Duration pause(Duration atLeast) {
        return atLeast.isNegative() ? Duration.ZERO : stretched(atLeast);
    }

    private synchronized Duration stretched(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * jitter * random.nextDouble()));
    }
}
