package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Contacts and events as JSON documents.
 *
 * <pre>{@code
 * {
 *   "kind": "contact",
 *   "fields": {
 *     "givenName": "Ada",
 *     "birthday": "1815-12-10",
 *     "categories": ["friends", "poets"],
 *     "shoeSize": {"type": "text", "value": "38"}
 *   }
 * }
 * }</pre>
 *
 * <p>A standard field is named and has its value; a field of the host's own says its type, so that a misspelled
 * standard name is no new field. Texts and dates are texts, sets are lists, an event's time is {@code {"start": ...,
 * "end": ...}} with offset and zone or {@code {"firstDay": ..., "endDay": ...}}. A field without a value is left out. One of which
 * the digest alone is kept is written as {@code {"hashed": ...}}, which is no content of a record: reading refuses it.
 *
 * <p>The documents hold personal data. Reading refuses what it does not understand, by its path and without the
 * value. Stateless and thread-safe.
 */
public final class ItemJson {

    private static final String KIND = "kind";
    private static final String FIELDS = "fields";
    private static final String TYPE = "type";
    private static final String VALUE = "value";

    private ItemJson() {}

    /**
     * Writes an item with all its values, or what is kept in their places. Equal items give equal texts: fields are ordered by name, sets are sorted.
     *
     * @param item the item
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(Item item) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(KIND, Spelling.of(item.kind()));
        root.set(FIELDS, fields(item));
        return JsonText.print(root);
    }

    /**
     * Reads an item.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @return the item
     * @throws io.github.crosstie.fault.InvalidInputException if the document cannot be used
     */
    public static Item read(String source, String json) {
        JsonSection section =
                JsonText.parse(Objects.requireNonNull(source, "source"), json).section(KIND, FIELDS);
        ItemKind kind = section.require(KIND).constant(ItemKind.class);
        return readFields(kind, section.require(FIELDS));
    }

    static JsonNode fields(Item item) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        item.values().forEach((field, value) -> {
            JsonNode written = ValueJson.write(field, value);
            if (FieldJson.isStandard(field)) {
                fields.set(field.name(), written);
            } else {
                fields.putObject(field.name())
                        .put(TYPE, Spelling.of(field.type()))
                        .set(VALUE, written);
            }
        });
        return fields;
    }

    /** What a record holds, or is to hold. */
    static Item readFields(ItemKind kind, JsonPlace place) {
        return readFields(kind, place, ValueJson::read);
    }

    /** What was last seen of a record, of which digests may be kept. */
    static Item readSeen(ItemKind kind, JsonPlace place) {
        return readFields(kind, place, ValueJson::readSeen);
    }

    private static Item readFields(ItemKind kind, JsonPlace place, BiFunction<Field<?>, JsonPlace, Object> values) {
        ObjectNode fields = place.object();
        Item.Builder item = Item.builder(kind);
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            readField(kind, name, place.child(name, fields.path(name)), values, item);
        }
        return item.build();
    }

    private static void readField(
            ItemKind kind,
            String name,
            JsonPlace place,
            BiFunction<Field<?>, JsonPlace, Object> values,
            Item.Builder into) {
        Field<?> field;
        JsonPlace value;
        if (place.node().has(TYPE)) {
            JsonSection own = place.section(TYPE, VALUE);
            FieldType type = own.require(TYPE).constant(FieldType.class);
            field = place.build(() -> new Field<>(kind, name, type));
            value = own.require(VALUE);
        } else {
            field = FieldJson.readStandard(kind, name, place, "{\"type\": ..., \"value\": ...}");
            value = place;
        }
        Object read = values.apply(field, value);
        if (Item.builder(kind).put(field, read).build().value(field) == null) {
            throw value.fault("a field without a value is left out; remove it");
        }
        into.put(field, read);
    }
}
