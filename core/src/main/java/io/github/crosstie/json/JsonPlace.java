package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.fault.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A node of a document and where it stands, so that whatever is wrong with it can be told with its path.
 *
 * @param source the document's name
 * @param path the path to the node; empty for the whole document
 * @param node the node
 */
record JsonPlace(String source, String path, JsonNode node) {

    private static final int LONGEST_QUOTE = 80;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static String child(String path, String name) {
        if (name.length() > LONGEST_QUOTE || !PLAIN_NAME.matcher(name).matches()) {
            return path + "[" + shortened(name) + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A text of the document as it may stand in a message: an endless one would hide what is said about it. */
    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    JsonPlace child(String name, JsonNode child) {
        return new JsonPlace(source, child(path, name), child);
    }

    /** The name of a child of this place, read as if it were a text there. */
    JsonPlace nameOf(String name) {
        return child(name, TextNode.valueOf(name));
    }

    InvalidInputException fault(String reason) {
        return new InvalidInputException(source, path, reason);
    }

    /** Makes a value; what the value says against its arguments is told with this place. */
    <T> T build(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw new InvalidInputException(source, path, String.valueOf(refused.getMessage()), refused);
        }
    }

    boolean isText() {
        return node.isTextual();
    }

    boolean isNull() {
        return node.isNull();
    }

    String text() {
        return expect(node.isTextual(), "a text", JsonNode::textValue);
    }

    String name() {
        String text = text();
        if (text.isBlank()) {
            throw fault("the text is blank; write an id or a name");
        }
        return text;
    }

    boolean bool() {
        return expect(node.isBoolean(), "true or false", JsonNode::booleanValue);
    }

    int integer() {
        return expect(
                node.isIntegralNumber() && node.canConvertToInt(), "a whole number below 2^31", JsonNode::intValue);
    }

    double number() {
        return expect(node.isNumber(), "a number", JsonNode::doubleValue);
    }

    Duration duration() {
        return temporal("an ISO 8601 duration such as \"PT24H\"", Duration::parse);
    }

    Instant instant() {
        return temporal("an ISO 8601 instant such as \"2026-01-31T12:00:00Z\"", Instant::parse);
    }

    private <T> T temporal(String wanted, Function<String, T> parse) {
        String text = expect(node.isTextual(), wanted, JsonNode::textValue);
        try {
            return parse.apply(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidInputException(
                    source, path, "'" + shortened(text) + "' cannot be read; write " + wanted, unreadable);
        }
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        String text = text();
        return Spelling.parse(type, text).orElseThrow(() -> fault(Nearest.refusal(text, Spelling.all(type))));
    }

    List<JsonPlace> items() {
        expect(node.isArray(), "a list", Function.identity());
        List<JsonPlace> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new JsonPlace(source, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    <T> List<T> items(Function<JsonPlace, T> read) {
        return items().stream().map(read).toList();
    }

    /** The node as an object with no other settings than these. */
    JsonSection section(String... known) {
        return JsonSection.of(this, object(), List.of(known));
    }

    ObjectNode object() {
        return expect(node.isObject(), "an object", ObjectNode.class::cast);
    }

    private <T> T expect(boolean fits, String wanted, Function<JsonNode, T> read) {
        if (!fits) {
            throw fault("expected " + wanted + ", found " + found());
        }
        return read.apply(node);
    }

    private String found() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the text '" + shortened(node.textValue()) + "'";
            case NUMBER, BOOLEAN -> shortened(node.asText());
            case NULL -> "null; leave the setting out for its default";
            case BINARY, MISSING, POJO -> "nothing that JSON knows";
        };
    }
}
