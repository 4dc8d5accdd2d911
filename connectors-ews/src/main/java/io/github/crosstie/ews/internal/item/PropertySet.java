package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.item.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Properties by the fields and by the elements that they stand for. Immutable. */
final class PropertySet {

    private final List<ItemProperty> properties;
    private final Map<String, ItemProperty> byElement = new HashMap<>();
    private final Map<Field<?>, ItemProperty> byField = new HashMap<>();

    PropertySet(List<ItemProperty> first, List<ItemProperty> then) {
        List<ItemProperty> all = new ArrayList<>(first);
        all.addAll(then);
        properties = List.copyOf(all);
        for (ItemProperty property : properties) {
            byElement.put(property.element(), property);
            property.fields().forEach(field -> byField.put(field, property));
        }
    }

    List<PropertyPath> paths() {
        return properties.stream()
                .flatMap(property -> property.paths().stream())
                .toList();
    }

    @Nullable
    ItemProperty of(Field<?> field) {
        return byField.get(field);
    }

    /** Reads a child if it is one of these properties. */
    boolean read(XmlInput child, ItemReading into) {
        ItemProperty property = byElement.get(child.name());
        if (property == null) {
            return false;
        }
        into.guard(property.element(), () -> property.read(child, into.item()));
        return true;
    }
}
