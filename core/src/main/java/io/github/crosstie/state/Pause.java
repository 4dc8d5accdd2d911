package io.github.crosstie.state;

import java.time.Instant;
import java.util.Objects;

/**
 * A collection is left alone until a moment, because the last round ran into trouble that concerns all of it.
 *
 * @param reason why
 * @param until the earliest moment of the next round
 * @param failures how many rounds in a row ended for this reason; 1 or more
 * @param message what happened and what to do, for people; no personal data
 */
public record Pause(PauseReason reason, Instant until, int failures, String message) {

    /**
     * Requires all parts.
     *
     * @throws IllegalArgumentException if there was no failure
     */
    public Pause {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(message, "message");
        if (failures < 1) {
            throw new IllegalArgumentException("pause after " + failures + " failures: use 1 or more");
        }
    }

    /**
     * Whether a round that starts now must not call anybody.
     *
     * @param now the present moment
     * @return true if the pause is binding and not over
     */
    public boolean forbids(Instant now) {
        return reason.isBinding() && now.isBefore(until);
    }
}
