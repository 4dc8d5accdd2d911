package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the connected user may see and edit: everything at first. People see and edit everything always. */
public final class Permissions {

    private final Set<ObjectDefinition> hiddenObjects = new HashSet<>();
    private final Set<ObjectDefinition> readOnlyObjects = new HashSet<>();
    private final Map<ObjectDefinition, Set<FieldDefinition>> hiddenFields = new HashMap<>();
    private final Map<ObjectDefinition, Set<FieldDefinition>> readOnlyFields = new HashMap<>();
    private final Map<ObjectDefinition, Predicate<StoredRow>> hiddenRows = new HashMap<>();
    private final Map<ObjectDefinition, Predicate<StoredRow>> readOnlyRows = new HashMap<>();

    Permissions() {}

    /** Takes an object from sight. */
    public void hide(ObjectDefinition object) {
        hiddenObjects.add(object);
    }

    /** Forbids all writes to an object. */
    public void lock(ObjectDefinition object) {
        readOnlyObjects.add(object);
    }

    /** Takes a field from sight. */
    public void hide(ObjectDefinition object, FieldDefinition field) {
        hiddenFields.computeIfAbsent(object, made -> new HashSet<>()).add(field);
    }

    /** Forbids to write a field. */
    public void lock(ObjectDefinition object, FieldDefinition field) {
        readOnlyFields.computeIfAbsent(object, made -> new HashSet<>()).add(field);
    }

    /** Takes records from sight, instead of those that were taken before. */
    public void hide(ObjectDefinition object, Predicate<StoredRow> rows) {
        hiddenRows.put(object, rows);
    }

    /** Forbids to write records, instead of those that were forbidden before. */
    public void lock(ObjectDefinition object, Predicate<StoredRow> rows) {
        readOnlyRows.put(object, rows);
    }

    /** All is allowed again. */
    public void clear() {
        hiddenObjects.clear();
        readOnlyObjects.clear();
        hiddenFields.clear();
        readOnlyFields.clear();
        hiddenRows.clear();
        readOnlyRows.clear();
    }

    /** Whether an object is in sight. */
    public boolean sees(ObjectDefinition object) {
        return !hiddenObjects.contains(object);
    }

    /** Whether a field is in sight. */
    public boolean sees(ObjectDefinition object, FieldDefinition field) {
        return !hiddenFields.getOrDefault(object, Set.of()).contains(field);
    }

    /** Whether a record is in sight. */
    public boolean sees(StoredRow row) {
        Predicate<StoredRow> hidden = hiddenRows.get(row.object());
        return sees(row.object()) && (hidden == null || !hidden.test(row));
    }

    /** Whether an object can be written at all. */
    public boolean edits(ObjectDefinition object) {
        return sees(object) && !readOnlyObjects.contains(object);
    }

    /** Whether a field can be written. */
    public boolean edits(ObjectDefinition object, FieldDefinition field) {
        return sees(object, field)
                && !readOnlyFields.getOrDefault(object, Set.of()).contains(field);
    }

    /** Whether a record can be written. */
    public boolean edits(StoredRow row) {
        Predicate<StoredRow> locked = readOnlyRows.get(row.object());
        return edits(row.object()) && (locked == null || !locked.test(row));
    }
}
