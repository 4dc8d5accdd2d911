package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Values as an item keeps them: empty texts and sets count as not set.
 *
 * @param field whose values
 */
record Normal(Field<?> field) {

    @Nullable
    Object of(@Nullable Object value) {
        if (value instanceof String text && field.type() == FieldType.TEXT) {
            return text.isEmpty() ? null : text;
        }
        return Item.builder(field.kind()).put(field, value).build().value(field);
    }
}
