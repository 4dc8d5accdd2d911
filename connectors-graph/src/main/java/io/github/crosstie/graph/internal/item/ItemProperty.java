package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of Graph's, or one without a name there, that holds the values of one or several fields. */
interface ItemProperty {

    /** The fields that it holds. */
    List<Field<?>> fields();

    /** Its name, as it is selected and as troubles name it. */
    String name();

    /** What must be expanded in place of being selected; null for a property with a name. */
    default @Nullable ExtendedProperty extended() {
        return null;
    }

    /** Whether a change of one field needs the others. */
    default boolean needsBefore() {
        return false;
    }

    /**
     * Reads it; a property that is not there leaves the item as it is.
     *
     * @throws IllegalArgumentException if what is there makes no sense
     * @throws java.time.DateTimeException likewise
     */
    void read(JsonNode entity, Item.Builder into);

    /** Puts it into the body of a new item, if the item has a value for it. */
    void write(Item item, ObjectNode body);

    /** Puts a change into the body of an update. */
    void update(Change change, ObjectNode body);

    /** What is read back of a value; null if nothing is left of it. */
    @Nullable
    Object project(Field<?> field, Object value);

    /**
     * A change.
     *
     * @param field the field
     * @param value its new value; null clears it
     * @param after the item as it is to be; whole if the property needs it
     * @param before the item as it was read; null if it was not
     */
    record Change(
            Field<?> field,
            @Nullable Object value,
            Item after,
            @Nullable JsonNode before) {

        /** The field alone: values are personal data. */
        @Override
        public String toString() {
            return "Change[" + field + "]";
        }
    }
}
