package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The categories of a contact or an event.
 *
 * @param field the field
 */
record CategoriesProperty(Field<Set<String>> field) implements ItemProperty {

    private static final PropertyPath PATH = PropertyPath.field("item:Categories");

    @Override
    public String element() {
        return "Categories";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(field);
    }

    @Override
    public List<PropertyPath> paths() {
        return List.of(PATH);
    }

    @Override
    public void read(XmlInput element, Item.Builder into) {
        Set<String> categories = new TreeSet<>();
        element.children(category -> categories.add(Texts.held(category.text())));
        categories.remove("");
        into.set(field, categories);
    }

    @Override
    public void write(Item item, XmlOutput out) {
        item.get(field)
                .map(CategoriesProperty::held)
                .filter(held -> !held.isEmpty())
                .ifPresent(held -> write(held, out));
    }

    private void write(Set<String> categories, XmlOutput out) {
        out.start(Space.TYPES, element());
        categories.forEach(category -> out.element(Space.TYPES, "String", category));
        out.end();
    }

    @Override
    public void update(Field<?> changed, @Nullable Object value, Updates updates) {
        Set<String> held = value instanceof Set<?> set ? held(set) : Set.of();
        if (held.isEmpty()) {
            updates.delete(PATH);
        } else {
            updates.set(PATH, out -> write(held, out));
        }
    }

    @Override
    public @Nullable Object project(Field<?> projected, Object value) {
        Set<String> held = held((Set<?>) value);
        return held.isEmpty() ? null : held;
    }

    private static Set<String> held(Set<?> categories) {
        Set<String> held = new TreeSet<>();
        categories.forEach(category -> held.add(Texts.cut(Texts.held((String) category), SingleProperty.LIMIT)));
        held.remove("");
        return held;
    }
}
