package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is at a moment.
 *
 * @param object the object's name, such as {@code Contact}
 * @param id its id, 18 characters
 * @param values what is not empty, by the names of the fields: texts and ids as String, flags as Boolean, numbers as Long or
 *     Double, days as LocalDate, moments as Instant
 */
public record SalesforceRecord(String object, String id, Map<String, Object> values) {

    /** Copies the values. */
    public SalesforceRecord {
        values = Map.copyOf(values);
    }

    static SalesforceRecord of(StoredRow row) {
        return new SalesforceRecord(row.object().name(), row.id(), row.values());
    }

    /**
     * A text or an id.
     *
     * @param field its name, in the original's case
     * @return the value; null if it is empty
     * @throws ClassCastException if the field is of another type
     */
    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    /**
     * A flag.
     *
     * @param field its name
     * @return whether it is set
     */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /**
     * A moment.
     *
     * @param field its name
     * @return the value, in whole seconds; null if it is empty
     * @throws ClassCastException if the field is of another type
     */
    public @Nullable Instant moment(String field) {
        return (Instant) values.get(field);
    }

    /**
     * Whether it lies in the recycle bin.
     *
     * @return true if so
     */
    public boolean deleted() {
        return flag("IsDeleted");
    }

    /** Object, id and the names of the fields: values are personal data. */
    @Override
    public String toString() {
        return object + " " + id + " " + values.keySet().stream().sorted().toList();
    }
}
