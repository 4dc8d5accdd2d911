package io.github.crosstie.engagement.user;

import org.jspecify.annotations.Nullable;

/**
 * The change of one field's value. {@link #toString} does not show the values, as they are personal data.
 *
 * @param before the value before; null for none
 * @param after the value after; null for none
 */
public record ValueChange(@Nullable String before, @Nullable String after) {

    /**
     * The way back.
     *
     * @return the change from after to before
     */
    public ValueChange inverse() {
        return new ValueChange(after, before);
    }

    @Override
    public String toString() {
        return (before == null ? "none" : "a value") + " -> " + (after == null ? "none" : "another value");
    }
}
