package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new value for one field of one side, and where it comes from. {@link #toString} names the field alone, as values are
 * personal data.
 *
 * @param field the field that gets the value
 * @param from its value before; null if not set
 * @param to its new value; null to clear it
 * @param base what counts as last seen in the field once the change is made, as this side holds it: of a set that both sides
 *     changed, only what came from the other side, because its own part still has to flow there; null if not set
 * @param sourceField the field on the other side that the value comes from
 * @param sourceValue the value that the source field had; null if not set
 */
public record FieldChange(
        Field<?> field,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable Object base,
        Field<?> sourceField,
        @Nullable Object sourceValue) {

    /** Requires both fields; of what was last seen and is not kept, nothing is told. */
    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(sourceField, "sourceField");
        base = Recall.told(base);
        sourceValue = Recall.told(sourceValue);
    }

    @Override
    public String toString() {
        return "FieldChange[" + field + "]";
    }
}
