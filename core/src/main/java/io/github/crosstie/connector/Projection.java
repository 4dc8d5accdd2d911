package io.github.crosstie.connector;

import io.github.crosstie.item.Field;
import org.jspecify.annotations.Nullable;

/** What a side will really hold when it is given a value: {@link Endpoint#project} as a function. Pure. */
@FunctionalInterface
public interface Projection {

    /** A side that holds every value as it is given. */
    Projection FAITHFUL = (field, value) -> value;

    /**
     * Projects a value.
     *
     * @param field the field on this side
     * @param value a value of the field's type
     * @return what will be read back; null if nothing is left of it
     */
    @Nullable
    Object project(Field<?> field, Object value);
}
