package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The postal addresses of a contact: entries with a key each, and parts within them, changed part by part.
 *
 * @param byKey the parts of each address by the entry's key: the fields by element name, in the order of the schema
 */
record AddressesProperty(Map<String, Map<String, Field<String>>> byKey) implements ItemProperty {

    private static final String KEY = "Key";
    private static final String URI = "contacts:PhysicalAddress:";

    @Override
    public String element() {
        return "PhysicalAddresses";
    }

    @Override
    public List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        byKey.values().forEach(parts -> fields.addAll(parts.values()));
        return fields;
    }

    @Override
    public List<PropertyPath> paths() {
        return List.of(PropertyPath.field("contacts:" + element()));
    }

    private static PropertyPath path(String key, String part) {
        return PropertyPath.indexed(URI + part, key);
    }

    @Override
    public void read(XmlInput addresses, Item.Builder into) {
        addresses.children(address -> {
            Map<String, Field<String>> parts = byKey.getOrDefault(String.valueOf(address.attribute(KEY)), Map.of());
            address.children(part -> {
                Field<String> field = parts.get(part.name());
                if (field != null) {
                    into.set(field, Texts.held(part.text()));
                }
            });
        });
    }

    @Override
    public void write(Item item, XmlOutput out) {
        if (fields().stream().allMatch(field -> held(item.value(field)).isEmpty())) {
            return;
        }
        out.start(Space.TYPES, element());
        byKey.forEach((key, parts) -> writeAddress(key, parts, item, out));
        out.end();
    }

    private static void writeAddress(String key, Map<String, Field<String>> parts, Item item, XmlOutput out) {
        if (parts.values().stream().allMatch(field -> held(item.value(field)).isEmpty())) {
            return;
        }
        out.start(Space.TYPES, "Entry").attribute(KEY, key);
        parts.forEach((part, field) -> {
            String text = held(item.value(field));
            if (!text.isEmpty()) {
                out.element(Space.TYPES, part, text);
            }
        });
        out.end();
    }

    @Override
    public void update(Field<?> changed, @Nullable Object value, Updates updates) {
        byKey.forEach((key, parts) -> parts.forEach((part, field) -> {
            if (field.equals(changed)) {
                update(key, part, held(value), updates);
            }
        }));
    }

    private void update(String key, String part, String text, Updates updates) {
        if (text.isEmpty()) {
            updates.delete(path(key, part));
            return;
        }
        updates.set(
                path(key, part),
                out -> out.start(Space.TYPES, element())
                        .start(Space.TYPES, "Entry")
                        .attribute(KEY, key)
                        .element(Space.TYPES, part, text)
                        .end()
                        .end());
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        String text = held(value);
        return text.isEmpty() ? null : text;
    }

    private static String held(@Nullable Object value) {
        return value == null ? "" : Texts.held((String) value);
    }
}
