package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parts of a composite request say of each other's answers: {@code @{first.id}}. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("@\\{([A-Za-z0-9_]+)([^}]*)}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    void put(String id, JsonNode answer) {
        answers.put(id, answer);
    }

    String resolved(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(value(reference.group(1), reference.group(2))));
    }

    private String value(String id, String path) {
        JsonNode answer = answers.getOrDefault(id, JsonNodeFactory.instance.missingNode());
        String pointer = path.replace('.', '/').replaceAll("\\[([0-9]+)]", "/$1");
        JsonNode value = answer.at(pointer);
        if (!value.isValueNode()) {
            throw new Refusal(
                    "PROCESSING_HALTED", "Invalid reference specified. No value for " + id + path + " found in " + id);
        }
        return value.asText();
    }
}
