package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds one field.
 *
 * @param name its name
 * @param field the field
 * @param written how a value is written, once it is what will be read back
 * @param read how a value is read; null where it says nothing
 * @param held what is read back of a value; null if nothing is left of it
 * @param cleared what is written to have no value
 * @param <T> the type of its values
 */
record SingleProperty<T>(
        String name,
        Field<T> field,
        Function<T, JsonNode> written,
        Function<JsonNode, @Nullable T> read,
        Function<T, @Nullable T> held,
        JsonNode cleared)
        implements ItemProperty {

    /** The longest text of the properties that have a limit. */
    private static final int LIMIT = 255;

    /** A text of any length. */
    static SingleProperty<String> text(String name, Field<String> field) {
        return text(name, field, Texts::held);
    }

    /** A text of which something else may be read back. */
    static SingleProperty<String> text(String name, Field<String> field, Function<String, @Nullable String> held) {
        return new SingleProperty<>(
                name, field, TextNode::valueOf, node -> Texts.held(node.asText()), held, NullNode.instance);
    }

    /** The most of a text that the server has room for, where it has a limit. */
    static String limited(String text) {
        return Texts.cut(Texts.held(text), LIMIT);
    }

    /** The categories of an item. */
    static SingleProperty<Set<String>> categories(Field<Set<String>> field) {
        return new SingleProperty<>(
                "categories",
                field,
                SingleProperty::array,
                SingleProperty::categories,
                SingleProperty::limited,
                JsonNodeFactory.instance.arrayNode());
    }

    private static ArrayNode array(Set<String> categories) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        categories.forEach(array::add);
        return array;
    }

    private static Set<String> categories(JsonNode array) {
        Set<String> categories = new TreeSet<>();
        array.forEach(category -> categories.add(Texts.held(category.asText())));
        categories.remove("");
        return categories;
    }

    private static @Nullable Set<String> limited(Set<String> categories) {
        Set<String> held = new TreeSet<>();
        categories.forEach(category -> held.add(limited(category)));
        held.remove("");
        return held.isEmpty() ? null : held;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(field);
    }

    @Override
    public void read(JsonNode entity, Item.Builder into) {
        JsonNode value = entity.path(name);
        if (!value.isMissingNode() && !value.isNull()) {
            into.put(field, read.apply(value));
        }
    }

    @Override
    public void write(Item item, ObjectNode body) {
        T value = kept(item.value(field));
        if (value != null) {
            body.set(name, written.apply(value));
        }
    }

    @Override
    public void update(Change change, ObjectNode body) {
        T value = kept(change.value());
        body.set(name, value == null ? cleared.deepCopy() : written.apply(value));
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
