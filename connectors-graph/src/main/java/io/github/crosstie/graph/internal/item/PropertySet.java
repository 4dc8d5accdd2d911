package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Properties and the fields that they stand for. Immutable. */
final class PropertySet {

    private final List<ItemProperty> properties;
    private final Map<Field<?>, ItemProperty> byField = new HashMap<>();

    PropertySet(List<ItemProperty> properties) {
        this.properties = properties;
        properties.forEach(property -> property.fields().forEach(field -> byField.put(field, property)));
    }

    SortedSet<Field<?>> fields() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byField.keySet()));
    }

    /** The names to select. */
    Stream<String> selected() {
        return properties.stream()
                .filter(property -> property.extended() == null)
                .map(ItemProperty::name);
    }

    /** What to expand, because it has no name. */
    Stream<ExtendedProperty> expanded() {
        return properties.stream().map(ItemProperty::extended).flatMap(Stream::ofNullable);
    }

    boolean needBefore(Collection<Field<?>> changed) {
        return changed.stream().map(byField::get).filter(Objects::nonNull).anyMatch(ItemProperty::needsBefore);
    }

    void read(JsonNode entity, ItemReading into) {
        properties.forEach(property -> into.guard(property.name(), () -> property.read(entity, into.item())));
    }

    void write(Item item, ObjectNode body) {
        properties.forEach(property -> property.write(item, body));
    }

    /** Puts those changes into a body that are of these properties. */
    void update(Map<Field<?>, @Nullable Object> changed, Item after, @Nullable JsonNode before, ObjectNode body) {
        changed.forEach((field, value) -> {
            ItemProperty property = byField.get(field);
            if (property != null) {
                property.update(new ItemProperty.Change(field, value, after, before), body);
            }
        });
    }

    @Nullable
    ItemProperty of(Field<?> field) {
        return byField.get(field);
    }
}
