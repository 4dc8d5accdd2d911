package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON text to tree and back, and the parts that all codecs share. What is null is left out. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter PLAIN = MAPPER.writer();
    private static final ObjectWriter ESCAPING = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    static {
        // What was written is read again, however long a note was.
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    static String print(JsonNode tree) {
        try {
            String text = PLAIN.writeValueAsString(tree);
            // Half a character, as a system leaves that cuts texts at a length: no encoding of a database holds it.
            return Texts.isWellFormed(text) ? text : ESCAPING.writeValueAsString(tree);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a tree in memory cannot be printed", failure);
        }
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException failure) {
            failure.clearLocation(); // it would quote the text
            throw new IllegalArgumentException("not JSON: " + failure.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode require(JsonNode object, String name) {
        @Nullable JsonNode child = object.get(name);
        if (child == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return child;
    }

    static String text(JsonNode object, String name) {
        return text(require(object, name));
    }

    static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("a text was expected");
        }
        return node.textValue();
    }

    static int number(JsonNode object, String name) {
        return require(object, name).intValue();
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode object, String name) {
        return Enum.valueOf(type, text(object, name));
    }

    static Instant moment(JsonNode object, String name) {
        return Instant.parse(text(object, name));
    }

    static <T> @Nullable T optional(JsonNode object, String name, Function<JsonNode, T> read) {
        @Nullable JsonNode child = object.get(name);
        return child == null ? null : read.apply(child);
    }

    static void put(ObjectNode into, String name, @Nullable Object value) {
        if (value != null) {
            into.put(name, value.toString());
        }
    }

    static <T> ArrayNode array(Iterable<T> all, Function<T, JsonNode> write) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        all.forEach(each -> array.add(write.apply(each)));
        return array;
    }

    static <T> List<T> list(JsonNode object, String name, Function<JsonNode, T> read) {
        @Nullable JsonNode array = object.get(name);
        List<T> all = new ArrayList<>();
        if (array != null) {
            array.forEach(each -> all.add(read.apply(each)));
        }
        return all;
    }
}
