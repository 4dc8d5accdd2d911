package io.github.crosstie.dispatch;

import java.time.Instant;
import java.util.Objects;

/**
 * Since when, and until when, something is left alone.
 *
 * @param due the moment from which it is tried again
 * @param failures how many failures in a row led to it, 0 or more
 */
public record Delay(Instant due, int failures) {

    /** Requires the moment. */
    public Delay {
        Objects.requireNonNull(due, "due");
    }
}
