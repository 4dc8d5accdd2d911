package io.github.crosstie.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The text of a document to import: well-formed JSON with an object on top, or refused. */
final class SetupDocument {

    private static final int MAX_DEPTH = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION) // messages must not quote the document
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private SetupDocument() {}

    static ObjectNode parse(String source, String json) {
        try (JsonParser parser = FACTORY.createParser(json.startsWith("\uFEFF") ? json.substring(1) : json)) {
            @Nullable JsonNode root = MAPPER.readTree(parser);
            if (!(root instanceof ObjectNode object)) {
                throw new InvalidInputException(source, "", "write a JSON object with the key 'configurations'");
            }
            if (parser.nextToken() != null) {
                throw new InvalidInputException(source, "", "something follows the end of the document; remove it");
            }
            return object;
        } catch (JsonProcessingException failure) {
            String at = failure.getLocation() == null
                    ? ""
                    : " at line " + failure.getLocation().getLineNr() + ", column "
                            + failure.getLocation().getColumnNr();
            throw new InvalidInputException(
                    source, "", "not valid JSON" + at + ": " + Words.shortened(failure.getOriginalMessage()), failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading a text in memory", failure);
        }
    }
}
