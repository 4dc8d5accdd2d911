package io.github.crosstie.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crosstie.fault.InvalidInputException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of a query result off a parser that stands on them. */
final class QueryValues {

    private QueryValues() {}

    /** The wanted fields of the record whose start the parser stands on; afterwards it stands on the record's end. */
    static Map<String, Object> fields(JsonParser parser, Set<String> wanted) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (wanted.contains(name)) {
                fields.put(name, value(parser, token));
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> QueryRecord.NULL;
            default -> {
                parser.skipChildren();
                yield new QueryRecord.OtherType(typeName(token));
            }
        };
    }

    static long count(JsonParser parser, String document, String location) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getLongValue() >= 0) {
            return parser.getLongValue();
        }
        throw new InvalidInputException(
                document,
                QueryProgress.join(location, "totalSize"),
                "expected the number of records, found " + typeName(parser.currentToken()));
    }

    static boolean flag(JsonParser parser, String document, String location) throws IOException {
        if (parser.currentToken().isBoolean()) {
            return parser.getBooleanValue();
        }
        throw new InvalidInputException(
                document,
                QueryProgress.join(location, "done"),
                "expected true or false, found " + typeName(parser.currentToken()));
    }

    static String typeName(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> String.valueOf(token.asString());
        };
    }
}
