package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.fault.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document and where it stands, so that whatever is wrong with it can be told with its path. Values are
 * never repeated in messages, as they may be personal data.
 *
 * @param source the document's name
 * @param path the path to the node; empty for the whole document
 * @param node the node
 */
record Place(String source, String path, JsonNode node) {

    /** The node as an object with no other members than these. */
    Place only(String... known) {
        expect(node.isObject(), "an object");
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Arrays.asList(known).contains(name)) {
                throw fault("unknown member '" + name + "'; there are " + String.join(", ", known));
            }
        }
        return this;
    }

    Place get(String name) {
        return find(name).orElseThrow(() -> fault("'" + name + "' is missing"));
    }

    Optional<Place> find(String name) {
        @Nullable JsonNode child = node.get(name);
        return child == null
                ? Optional.empty()
                : Optional.of(new Place(source, path.isEmpty() ? name : path + "." + name, child));
    }

    List<String> names() {
        expect(node.isObject(), "an object");
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    <T> List<T> list(Function<Place, T> read) {
        expect(node.isArray(), "a list");
        List<T> all = new ArrayList<>();
        for (JsonNode item : node) {
            all.add(read.apply(new Place(source, path + "[" + all.size() + "]", item)));
        }
        return all;
    }

    String text() {
        expect(node.isTextual(), "a text");
        return node.textValue();
    }

    @Nullable
    String textOrNull() {
        return node.isNull() ? null : text();
    }

    boolean bool() {
        expect(node.isBoolean(), "true or false");
        return node.booleanValue();
    }

    int integer() {
        expect(node.isIntegralNumber() && node.canConvertToInt(), "a whole number below 2^31");
        return node.intValue();
    }

    long longInteger() {
        expect(node.isIntegralNumber() && node.canConvertToLong(), "a whole number below 2^63");
        return node.longValue();
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException unreadable) {
            throw new InvalidInputException(
                    source, path, "write an ISO 8601 instant such as 2026-01-31T12:00:00Z", unreadable);
        }
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Spelling.parse(type, text())
                .orElseThrow(() -> fault("unknown; write one of " + String.join(", ", Spelling.all(type))));
    }

    /** Makes a value; what the value says against its arguments is told with this place. */
    <T> T build(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw new InvalidInputException(source, path, String.valueOf(refused.getMessage()), refused);
        }
    }

    InvalidInputException fault(String reason) {
        return new InvalidInputException(source, path, reason);
    }

    private void expect(boolean fits, String wanted) {
        if (!fits) {
            throw fault("expected " + wanted + ", found something else");
        }
    }
}
