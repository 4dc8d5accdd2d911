package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses or phone numbers: a property of entries, each with a key of its own, changed one by one.
 *
 * @param element the element's name
 * @param uri the name of the property
 * @param byKey the fields by key, in the order of the schema
 */
record EntriesProperty(String element, String uri, Map<String, Field<String>> byKey) implements ItemProperty {

    private static final String KEY = "Key";

    @Override
    public List<Field<?>> fields() {
        return List.copyOf(byKey.values());
    }

    @Override
    public List<PropertyPath> paths() {
        // Entry by entry, some servers refuse an item that lacks one of them, or a key that they do not know.
        return List.of(PropertyPath.field("contacts:" + element));
    }

    private PropertyPath path(String key) {
        return PropertyPath.indexed(uri, key);
    }

    @Override
    public void read(XmlInput entries, Item.Builder into) {
        entries.children(entry -> {
            Field<String> field = byKey.get(String.valueOf(entry.attribute(KEY)));
            if (field != null) {
                into.set(field, Texts.held(entry.text()));
            }
        });
    }

    @Override
    public void write(Item item, XmlOutput out) {
        if (byKey.values().stream().allMatch(field -> held(item.value(field)).isEmpty())) {
            return;
        }
        out.start(Space.TYPES, element);
        byKey.forEach((key, field) -> {
            String text = held(item.value(field));
            if (!text.isEmpty()) {
                write(key, text, out);
            }
        });
        out.end();
    }

    private static void write(String key, String text, XmlOutput out) {
        out.start(Space.TYPES, "Entry").attribute(KEY, key).text(text).end();
    }

    @Override
    public void update(Field<?> changed, @Nullable Object value, Updates updates) {
        byKey.forEach((key, field) -> {
            if (!field.equals(changed)) {
                return;
            }
            String text = held(value);
            if (text.isEmpty()) {
                updates.delete(path(key));
            } else {
                updates.set(path(key), out -> {
                    out.start(Space.TYPES, element);
                    write(key, text, out);
                    out.end();
                });
            }
        });
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
