package io.github.crosstie.engagement.state;

import java.time.Instant;
import java.util.Objects;

/**
 * How much was taken away at a moment without a release: it counts against the guard until it leaves the guard's
 * window.
 *
 * @param kind what was taken away
 * @param count from how many users; 1 or more
 * @param at when
 */
public record Removal(RemovalKind kind, int count, Instant at) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is smaller than 1
     */
    public Removal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        if (count < 1) {
            throw new IllegalArgumentException("a removal of " + count + " users: use 1 or more");
        }
    }
}
