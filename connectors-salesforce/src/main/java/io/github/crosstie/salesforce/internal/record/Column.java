package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds one field as a text or a date.
 *
 * @param field the field
 * @param name the column's API name
 * @param length how many characters it takes; 0 for a date
 */
public record Column(Field<?> field, String name, int length) {

    /**
     * Checks that a column can hold the field.
     *
     * @throws IllegalArgumentException if the field is neither a text nor a date
     */
    public Column {
        Objects.requireNonNull(name, "name");
        if (field.type() != FieldType.TEXT && field.type() != FieldType.DATE) {
            throw new IllegalArgumentException(
                    "column " + name + " cannot hold field " + field + ": map texts and dates to columns");
        }
    }

    /**
     * Reads the field.
     *
     * @param row a row that has the column
     * @return the value; null if the row has none
     * @throws DateTimeException if a date cannot be read
     */
    @Nullable
    Object read(JsonNode row) {
        String text = row.path(name).asText("");
        if (row.path(name).isNull() || text.isEmpty()) {
            return null;
        }
        return field.type() == FieldType.DATE ? LocalDate.parse(text) : text;
    }

    /**
     * Writes the field.
     *
     * @param value the value, or null to clear it
     * @param row the row to write
     */
    void write(@Nullable Object value, ObjectNode row) {
        Object held = value == null ? null : project(value);
        if (held == null) {
            row.putNull(name);
        } else {
            row.put(name, held.toString());
        }
    }

    /** What Salesforce keeps of a value: no blanks around it, and no more than fits. */
    @Nullable
    Object project(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        String kept = text.strip();
        if (kept.length() > length) {
            // Not through the middle of a character, and not to a blank at the end.
            int end = Character.isHighSurrogate(kept.charAt(length - 1)) ? length - 1 : length;
            kept = kept.substring(0, end).strip();
        }
        return kept.isEmpty() ? null : kept;
    }
}
