package io.github.crosstie.examples;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person has typed, kept apart from everything the library does: the values that both sides must hold in the end.
 * Records are known by what a person knows them by: a contact's e-mail address, an event's subject.
 */
final class TypedRecords {

    private final Map<ItemKind, SortedMap<String, Map<Field<?>, Object>>> byKind = new TreeMap<>();

    TypedRecords() {
        for (ItemKind kind : ItemKind.values()) {
            byKind.put(kind, new TreeMap<>());
        }
    }

    /** A record with these values is typed, or more values of a record that is typed already. */
    void typed(String name, Item item) {
        of(item.kind()).computeIfAbsent(name, none -> new TreeMap<>()).putAll(item.values());
    }

    void typed(ItemKind kind, String name, Field<?> field, @Nullable Object value) {
        Map<Field<?>, Object> values = of(kind).get(name);
        if (values == null) {
            throw new IllegalStateException("nobody typed " + name);
        }
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    void deleted(ItemKind kind, String name) {
        of(kind).remove(name);
    }

    /** The records that both sides must hold. */
    SortedMap<String, Map<Field<?>, Object>> expected(ItemKind kind) {
        return Collections.unmodifiableSortedMap(of(kind));
    }

    private SortedMap<String, Map<Field<?>, Object>> of(ItemKind kind) {
        return byKind.computeIfAbsent(kind, none -> new TreeMap<>());
    }
}
