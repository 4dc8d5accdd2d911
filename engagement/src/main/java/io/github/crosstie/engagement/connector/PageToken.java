package io.github.crosstie.engagement.connector;

import java.util.Objects;

/**
 * Where a listing goes on. Means something to the endpoint that gave it alone, and for a limited time.
 *
 * @param value the token, as the system gave it
 */
public record PageToken(String value) {

    /** Requires the value. */
    public PageToken {
        Objects.requireNonNull(value, "value");
    }
}
