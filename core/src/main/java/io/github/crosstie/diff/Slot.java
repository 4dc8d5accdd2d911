package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.OccurrenceException;
import org.jspecify.annotations.Nullable;

/**
 * One field of one occurrence.
 *
 * @param own whether the occurrence has its own; else it is that of the series
 * @param value its own value, or null if it has none
 */
record Slot(boolean own, @Nullable Object value) {

    static Slot of(Occurrence occurrence, Field<?> field) {
        if (occurrence instanceof Occurrence.Excepted excepted) {
            OccurrenceException exception = excepted.exception();
            return new Slot(
                    exception.fields().contains(field), exception.changed().value(field));
        }
        return new Slot(false, null);
    }

    OccurrenceException in(OccurrenceException exception, Field<?> field) {
        return own ? exception.with(field, value) : exception.inheriting(field);
    }
}
