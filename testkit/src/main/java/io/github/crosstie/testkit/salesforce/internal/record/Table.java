package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of one object, deleted ones included, with an index for each field that they can be found by. */
public final class Table {

    private final ObjectDefinition object;
    private final Map<String, StoredRow> rows = new LinkedHashMap<>();
    private final Map<FieldDefinition, Map<Object, Set<String>>> indexes = new HashMap<>();
    private final Map<String, DeletedRow> deletions = new LinkedHashMap<>();

    Table(ObjectDefinition object) {
        this.object = object;
    }

    /** What it holds records of. */
    public ObjectDefinition object() {
        return object;
    }

    /** All records in the order of their creation. */
    public Collection<StoredRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** The record of an id; null if there is none. */
    public @Nullable StoredRow find(String id) {
        return rows.get(id);
    }

    /** A copy of the records that have a value in a field, deleted ones included. */
    public List<StoredRow> rowsBy(String field, @Nullable Object value) {
        return value == null
                ? List.of()
                : idsBy(object.field(field), value).stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The ids of the records that have a value in a field; a field that was asked for once is indexed ever after. */
    public Set<String> idsBy(FieldDefinition field, Object value) {
        Map<Object, Set<String>> index = indexes.computeIfAbsent(field, this::index);
        return Collections.unmodifiableSet(index.getOrDefault(field.key(value), Set.of()));
    }

    /** The log of deletions, the latest of each id. */
    public Collection<DeletedRow> deletions() {
        return Collections.unmodifiableCollection(deletions.values());
    }

    void put(StoredRow row) {
        forget(rows.put(row.id(), row));
        indexes.forEach((field, index) -> note(field, index, row));
    }

    void remove(String id) {
        forget(rows.remove(id));
    }

    void log(DeletedRow deletion) {
        deletions.remove(deletion.id());
        deletions.put(deletion.id(), deletion);
    }

    void unlog(String id) {
        deletions.remove(id);
    }

    void clear() {
        rows.clear();
        indexes.clear();
        deletions.clear();
    }

    private Map<Object, Set<String>> index(FieldDefinition field) {
        Map<Object, Set<String>> index = new HashMap<>();
        rows.values().forEach(row -> note(field, index, row));
        return index;
    }

    private static void note(FieldDefinition field, Map<Object, Set<String>> index, StoredRow row) {
        Object value = row.get(field);
        if (value != null) {
            index.computeIfAbsent(field.key(value), key -> new LinkedHashSet<>())
                    .add(row.id());
        }
    }

    private void forget(@Nullable StoredRow row) {
        if (row == null) {
            return;
        }
        indexes.forEach((field, index) -> {
            Object value = row.get(field);
            Set<String> ids = value == null ? null : index.get(field.key(value));
            if (ids != null) {
                ids.remove(row.id());
            }
        });
    }
}
