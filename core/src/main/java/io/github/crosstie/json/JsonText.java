package io.github.crosstie.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.fault.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** JSON text to tree and back. Strict: no duplicate keys, nothing after the end, bounded depth. */
final class JsonText {

    /** Deeper than any document of ours; refuses bodies that are nested to exhaust the reader. */
    static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION) // messages must not quote the document
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);

    private JsonText() {}

    static JsonPlace parse(String source, String text) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text; // the mark that some editors put first
        try (JsonParser parser = FACTORY.createParser(body)) {
            return new JsonPlace(source, "", parse(source, parser));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading a text in memory", failure);
        }
    }

    private static JsonNode parse(String source, JsonParser parser) throws IOException {
        try {
            @Nullable JsonNode root = MAPPER.readTree(parser);
            if (root == null || root.isMissingNode()) {
                throw new InvalidInputException(source, "", "the document is empty; write a JSON object");
            }
            if (parser.nextToken() != null) {
                throw new InvalidInputException(
                        source, "", "something follows the end of the document" + position(parser) + "; remove it");
            }
            return root;
        } catch (JsonProcessingException failure) {
            throw new InvalidInputException(
                    source,
                    path(parser.getParsingContext()),
                    "not valid JSON" + position(parser) + ": " + JsonPlace.shortened(failure.getOriginalMessage()),
                    failure);
        }
    }

    private static String position(JsonParser parser) {
        return " at line " + parser.currentLocation().getLineNr() + ", column "
                + parser.currentLocation().getColumnNr();
    }

    private static String path(@Nullable JsonStreamContext innermost) {
        Deque<JsonStreamContext> contexts = new ArrayDeque<>();
        for (JsonStreamContext at = innermost; at != null; at = at.getParent()) {
            contexts.push(at);
        }
        String path = "";
        for (JsonStreamContext at : contexts) {
            if (at.inArray() && at.hasCurrentIndex()) {
                path += "[" + at.getCurrentIndex() + "]";
            } else if (at.inObject() && at.hasCurrentName()) {
                path = JsonPlace.child(path, at.getCurrentName());
            }
        }
        return path;
    }

    static String print(JsonNode root) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("writing a tree to a text in memory", failure);
        }
    }
}
