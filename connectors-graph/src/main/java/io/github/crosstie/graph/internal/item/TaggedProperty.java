package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.ContactDates;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that Graph has no property for, or none for it alone: it is reached by its MAPI tag. It is cleared by a value
 * that stands for none, because not every server takes a value away.
 *
 * @param extended the property
 * @param field the field
 * @param written how a value is written, once it is what will be read back
 * @param read how a value is read; null where it says nothing
 * @param held what is read back of a value; null if nothing is left of it
 * @param cleared what is written to have no value
 * @param <T> the type of its values
 */
record TaggedProperty<T>(
        ExtendedProperty extended,
        Field<T> field,
        Function<T, String> written,
        Function<String, @Nullable T> read,
        Function<T, @Nullable T> held,
        String cleared)
        implements ItemProperty {

    /** What MAPI takes for no moment. */
    private static final String NEVER = "4501-01-01T00:00:00Z";

    static TaggedProperty<String> text(String tag, Field<String> field) {
        return new TaggedProperty<>(
                new ExtendedProperty("String " + tag), field, text -> text, Texts::held, Texts::held, "");
    }

    static TaggedProperty<LocalDate> date(String tag, Field<LocalDate> field) {
        return new TaggedProperty<>(
                new ExtendedProperty("SystemTime " + tag),
                field,
                ContactDates::text,
                text -> ContactDates.day(Instant.parse(text)),
                ContactDates::held,
                NEVER);
    }

    @Override
    public String name() {
        return field.name();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(field);
    }

    @Override
    public void read(JsonNode entity, Item.Builder into) {
        String text = extended.of(entity);
        if (!text.isEmpty()) {
            into.put(field, read.apply(text));
        }
    }

    @Override
    public void write(Item item, ObjectNode body) {
        T value = kept(item.value(field));
        if (value != null) {
            extended.put(body, written.apply(value));
        }
    }

    @Override
    public void update(Change change, ObjectNode body) {
        T value = kept(change.value());
        extended.put(body, value == null ? cleared : written.apply(value));
    }

    @Override
    public @Nullable Object project(Field<?> projected, Object value) {
        return kept(value);
    }

    @SuppressWarnings("unchecked") // the item let only values of the field's own type in
    private @Nullable T kept(@Nullable Object value) {
        T kept = value == null ? null : held.apply((T) value);
        return kept == null || kept.equals("") ? null : kept;
    }
}
