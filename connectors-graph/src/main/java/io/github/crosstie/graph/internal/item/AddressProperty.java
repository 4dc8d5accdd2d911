package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the postal addresses of a contact: one value of several fields, always written whole, because what it leaves
 * out is taken for cleared.
 *
 * @param name its name
 * @param parts the fields by the name of the part
 */
record AddressProperty(String name, Map<String, Field<String>> parts) implements ItemProperty {

    @Override
    public List<Field<?>> fields() {
        return List.copyOf(parts.values());
    }

    @Override
    public boolean needsBefore() {
        return true;
    }

    @Override
    public void read(JsonNode entity, Item.Builder into) {
        JsonNode address = entity.path(name);
        parts.forEach(
                (part, field) -> into.set(field, Texts.held(address.path(part).asText(""))));
    }

    @Override
    public void write(Item item, ObjectNode body) {
        if (parts.values().stream().anyMatch(field -> held(item.value(field)) != null)) {
            address(item, body);
        }
    }

    @Override
    public void update(Change change, ObjectNode body) {
        address(change.after(), body);
    }

    private void address(Item item, ObjectNode body) {
        ObjectNode address = body.putObject(name);
        parts.forEach((part, field) -> address.put(part, held(item.value(field))));
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return held(value);
    }

    private static @Nullable String held(@Nullable Object value) {
        String text = value == null ? "" : Texts.held((String) value);
        return text.isEmpty() ? null : text;
    }
}
