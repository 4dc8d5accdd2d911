package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit that could not be looked at.
 *
 * @param unit which unit
 * @param message why, and what to do
 * @param retryAt when it may be tried again; null if nobody said
 */
public record UnreachedUnit(
        BusinessUnitId unit, String message, @Nullable Instant retryAt) {

    /** Requires unit and message. */
    public UnreachedUnit {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(message, "message");
    }
}
