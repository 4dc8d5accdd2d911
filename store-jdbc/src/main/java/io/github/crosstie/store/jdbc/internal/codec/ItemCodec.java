package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Items and fields. A field of texts has its text for a value, any other one its type and its value: whatever becomes of the
 * standard fields, what was stored says by itself what it is. Digests stand apart from values, by the keys that made them.
 */
final class ItemCodec {

    private static final String SEPARATOR = ":";
    private static final int PARTS = 3;
    /** Under what digests stand, by the ids of the keys that made them. */
    static final String HASHED = "hashed";

    /** Of the other item of a link, which digests it lacks; has those that are not written like the other one. */
    private static final String AS_THE_OTHER_BUT = "but";

    private ItemCodec() {}

    static ObjectNode write(Item item, Digests digests) {
        return write(item, null, digests);
    }

    /** Beside another item, whose digests are not written twice: two records in step have most of them in common. */
    static ObjectNode write(Item item, @Nullable Item other, Digests digests) {
        ObjectNode json = Json.object();
        json.put("kind", item.kind().name());
        ObjectNode fields = json.putObject("fields");
        item.values().forEach((field, value) -> {
            if (!(value instanceof HashedValue hashed)) {
                fields.set(field.name(), typed(field, ValueCodec.write(field.type(), value, digests)));
            } else if (!isSame(hashed, other == null ? null : other.value(field), digests)) {
                json.withObjectProperty(HASHED)
                        .withObjectProperty(digests.key(hashed))
                        .set(field.name(), typed(field, TextNode.valueOf(hashed.digest())));
            }
        });
        if (other != null && item.isHashed() && other.isHashed()) {
            json.set(AS_THE_OTHER_BUT, Json.array(hashedOnlyIn(other, item), ItemCodec::write));
        }
        return json;
    }

    private static boolean isSame(HashedValue hashed, @Nullable Object other, Digests digests) {
        return other instanceof HashedValue beside
                && hashed.equals(beside)
                && digests.key(hashed).equals(digests.key(beside));
    }

    private static List<Field<?>> hashedOnlyIn(Item other, Item item) {
        return other.values().entrySet().stream()
                .filter(entry ->
                        entry.getValue() instanceof HashedValue && !(item.value(entry.getKey()) instanceof HashedValue))
                .<Field<?>>map(Map.Entry::getKey)
                .toList();
    }

    private static JsonNode typed(Field<?> field, JsonNode written) {
        return field.type() == FieldType.TEXT
                ? written
                : Json.object().set(field.type().name(), written);
    }

    static Item read(JsonNode json, Digests digests) {
        return read(json, null, digests);
    }

    /** Beside the item that it was written beside. */
    static Item read(JsonNode json, @Nullable Item other, Digests digests) {
        Item.Builder item = Item.builder(Json.constant(ItemKind.class, json, "kind"));
        if (other != null && json.has(AS_THE_OTHER_BUT)) {
            Set<Field<?>> lacking = new HashSet<>(Json.list(json, AS_THE_OTHER_BUT, ItemCodec::readField));
            other.values().forEach((field, value) -> {
                if (value instanceof HashedValue && !lacking.contains(field)) {
                    item.put(field, value);
                }
            });
        }
        read(item, json, Json.require(json, "fields"), (type, value) -> ValueCodec.read(type, value, digests));
        for (Map.Entry<String, JsonNode> made : json.path(HASHED).properties()) {
            read(item, json, made.getValue(), (type, digest) -> digests.read(made.getKey(), type, Json.text(digest)));
        }
        return item.build();
    }

    private static void read(
            Item.Builder item, JsonNode json, JsonNode fields, BiFunction<FieldType, JsonNode, Object> values) {
        ItemKind kind = Json.constant(ItemKind.class, json, "kind");
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            FieldType type = FieldType.TEXT;
            JsonNode value = field.getValue();
            if (!value.isTextual()) {
                Map.Entry<String, JsonNode> typed =
                        value.properties().iterator().next();
                type = FieldType.valueOf(typed.getKey());
                value = typed.getValue();
            }
            item.put(new Field<>(kind, field.getKey(), type), values.apply(type, value));
        }
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

    static void put(ObjectNode into, String name, Field<?> field, @Nullable Object value, Digests digests) {
        if (value instanceof HashedValue hashed) {
            into.putObject(name).putObject(HASHED).put(digests.key(hashed), hashed.digest());
        } else if (value != null) {
            into.set(name, ValueCodec.write(field.type(), value, digests));
        }
    }

    static @Nullable Object get(JsonNode from, String name, Field<?> field, Digests digests) {
        return Json.optional(from, name, value -> {
            if (!value.has(HASHED)) {
                return ValueCodec.read(field.type(), value, digests);
            }
            Map.Entry<String, JsonNode> made =
                    value.get(HASHED).properties().iterator().next();
            return digests.read(made.getKey(), field.type(), Json.text(made.getValue()));
        });
    }
}
