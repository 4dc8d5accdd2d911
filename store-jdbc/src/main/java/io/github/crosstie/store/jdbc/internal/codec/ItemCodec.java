package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items and fields. A field of texts has its text for a value, any other one its type and its value: whatever becomes of the
 * standard fields, what was stored says by itself what it is.
 */
final class ItemCodec {

    private static final String SEPARATOR = ":";
    private static final int PARTS = 3;

    private ItemCodec() {}

    static ObjectNode write(Item item) {
        ObjectNode json = Json.object();
        json.put("kind", item.kind().name());
        ObjectNode fields = json.putObject("fields");
        item.values().forEach((field, value) -> fields.set(field.name(), typed(field, value)));
        return json;
    }

    private static JsonNode typed(Field<?> field, Object value) {
        JsonNode written = ValueCodec.write(field.type(), value);
        return field.type() == FieldType.TEXT
                ? written
                : Json.object().set(field.type().name(), written);
    }

    static Item read(JsonNode json) {
        ItemKind kind = Json.constant(ItemKind.class, json, "kind");
        Item.Builder item = Item.builder(kind);
        for (Map.Entry<String, JsonNode> field : Json.require(json, "fields").properties()) {
            if (field.getValue().isTextual()) {
                item.put(
                        new Field<>(kind, field.getKey(), FieldType.TEXT),
                        field.getValue().textValue());
            } else {
                Map.Entry<String, JsonNode> typed =
                        field.getValue().properties().iterator().next();
                FieldType type = FieldType.valueOf(typed.getKey());
                item.put(new Field<>(kind, field.getKey(), type), ValueCodec.read(type, typed.getValue()));
            }
        }
        return item.build();
    }

    static JsonNode write(Field<?> field) {
        return TextNode.valueOf(
                String.join(SEPARATOR, field.kind().name(), field.type().name(), field.name()));
    }

    static Field<?> readField(JsonNode json) {
        String[] parts = Json.text(json).split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("a field was expected: kind, type and name");
        }
        return new Field<>(ItemKind.valueOf(parts[0]), parts[2], FieldType.valueOf(parts[1]));
    }

    static void put(ObjectNode into, String name, Field<?> field, @Nullable Object value) {
        if (value != null) {
            into.set(name, ValueCodec.write(field.type(), value));
        }
    }

    static @Nullable Object get(JsonNode from, String name, Field<?> field) {
        return Json.optional(from, name, value -> ValueCodec.read(field.type(), value));
    }
}
