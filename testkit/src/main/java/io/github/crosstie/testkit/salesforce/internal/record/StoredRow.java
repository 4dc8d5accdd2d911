package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record at one moment: an edit makes another one of it. Immutable. */
public final class StoredRow {

    private final ObjectDefinition object;
    private final @Nullable Object[] values;

    private StoredRow(ObjectDefinition object, @Nullable Object[] values) {
        this.object = object;
        this.values = values;
    }

    static StoredRow of(ObjectDefinition object, Map<FieldDefinition, ? extends @Nullable Object> values) {
        return new StoredRow(object, new Object[object.fields().size()]).with(values);
    }

    /** The same with other values; null empties a field. */
    public StoredRow with(Map<FieldDefinition, ? extends @Nullable Object> changes) {
        @Nullable Object[] changed = Arrays.copyOf(values, object.fields().size());
        changes.forEach((field, value) -> changed[field.at()] = value);
        return new StoredRow(object, changed);
    }

    /** What it is a record of. */
    public ObjectDefinition object() {
        return object;
    }

    /** Its id in 18 characters. */
    public String id() {
        return String.valueOf(values[0]);
    }

    /** A field's value: a String, Boolean, Long, Double, Instant or LocalDate; null if it is empty. */
    public @Nullable Object get(FieldDefinition field) {
        return field.at() < values.length ? values[field.at()] : null; // it may be older than the field
    }

    /** A field's value by name; null too if there is no such field. */
    public @Nullable Object get(String field) {
        FieldDefinition found = object.find(field);
        return found == null ? null : get(found);
    }

    /** A text or an id; null if it is empty. */
    public @Nullable String text(String field) {
        return (String) get(field);
    }

    /** Whether a flag is set. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(get(field));
    }

    /** When it was last changed by anybody or anything. */
    public Instant stamp() {
        return get("SystemModstamp") instanceof Instant stamp ? stamp : Instant.EPOCH;
    }

    /** Whether it lies in the recycle bin. */
    public boolean deleted() {
        return flag("IsDeleted");
    }

    /** All that is not empty, by the names of the fields. */
    public Map<String, Object> values() {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (FieldDefinition field : object.fields()) {
            Object value = get(field);
            if (value != null) {
                filled.put(field.name(), value);
            }
        }
        return filled;
    }
}
