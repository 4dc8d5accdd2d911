package io.github.crosstie.state;

import java.time.Instant;
import java.util.Objects;

/**
 * A write whose answer was never learned: it may have been made, or may still arrive, as from a worker that was overtaken while it
 * waited. What it wrote is not taken for a person's doing.
 *
 * @param intent the write as it was announced
 * @param until from when on it can no longer arrive
 */
public record LateWrite(Intent intent, Instant until) {

    /** Requires both parts. */
    public LateWrite {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(until, "until");
    }
}
