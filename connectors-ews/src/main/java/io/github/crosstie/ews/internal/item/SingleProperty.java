package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds one value of one field as text.
 *
 * @param prefix what stands before the element's name in the property's path, such as {@code contacts:}
 * @param element the element's name
 * @param field the field
 * @param written how a value is written, once it is what will be read back
 * @param read how a text is read; null where it says nothing
 * @param projected what is read back of a value; null if nothing is left of it
 * @param <T> the type of its values
 */
record SingleProperty<T>(
        String prefix,
        String element,
        Field<T> field,
        Function<T, String> written,
        Function<String, @Nullable T> read,
        Function<T, @Nullable T> projected)
        implements ItemProperty {

    /** The longest text of the properties that have a limit. */
    static final int LIMIT = 255;

    static SingleProperty<String> text(String prefix, String element, Field<String> field) {
        return new SingleProperty<>(prefix, element, field, text -> text, Texts::held, Texts::held);
    }

    static SingleProperty<String> limitedText(String prefix, String element, Field<String> field) {
        Function<String, @Nullable String> cut = text -> Texts.cut(Texts.held(text), LIMIT);
        return new SingleProperty<>(prefix, element, field, text -> text, Texts::held, cut);
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(field);
    }

    private PropertyPath path() {
        return PropertyPath.field(prefix + element);
    }

    @Override
    public List<PropertyPath> paths() {
        return List.of(path());
    }

    @Override
    public void read(XmlInput input, Item.Builder into) {
        into.put(field, read.apply(input.text()));
    }

    @Override
    public void write(Item item, XmlOutput out) {
        String text = text(item.value(field));
        if (text != null) {
            out.element(Space.TYPES, element, text);
        }
    }

    @Override
    public void update(Field<?> changed, @Nullable Object value, Updates updates) {
        String text = text(value);
        if (text == null) {
            updates.delete(path());
        } else {
            updates.set(path(), out -> out.element(Space.TYPES, element, text));
        }
    }

    private @Nullable String text(@Nullable Object value) {
        T held = value == null ? null : projected.apply(cast(value));
        return held == null || held.equals("") ? null : written.apply(held);
    }

    @Override
    public @Nullable Object project(Field<?> projectedField, Object value) {
        T held = projected.apply(cast(value));
        return held == null || held.equals("") ? null : held;
    }

    @SuppressWarnings("unchecked") // the item let only values of the field's own type in
    private T cast(Object value) {
        return (T) value;
    }
}
