package io.github.crosstie.testkit.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/** A response code other than success: of one response message, or of a whole request. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> values;

    Refusal(String code, String text) {
        this(code, text, Map.of());
    }

    /**
     * Refuses with details.
     *
     * @param code one of the schema's response codes
     * @param text the text
     * @param values what {@code MessageXml} holds, by name
     */
    Refusal(String code, String text, Map<String, String> values) {
        super(text);
        this.code = code;
        this.values = new LinkedHashMap<>(values);
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, String> values() {
        return values;
    }
}
