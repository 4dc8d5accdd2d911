package io.github.crosstie.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which the headers of two plans, or what the plans presume, differ.
 *
 * @param path where, such as {@code totals.mailCreates} or {@code basis[CRM:003A]}
 * @param before the old value as text; null if there was none
 * @param after the new value as text; null if there is none any more
 */
public record HeaderDifference(
        String path, @Nullable String before, @Nullable String after) {

    /** Requires the path. */
    public HeaderDifference {
        Objects.requireNonNull(path, "path");
    }
}
