package io.github.crosstie.testkit.simulator;

import java.util.Objects;

/**
 * Something that must hold and did not.
 *
 * @param invariant what
 * @param message what was found in its place
 */
public record Violation(Invariant invariant, String message) {

    /** Requires both parts. */
    public Violation {
        Objects.requireNonNull(invariant, "invariant");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return invariant + ": " + message;
    }
}
