package io.github.crosstie.testkit.internal.mailbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A response code other than success: of one response message, or of a whole request. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> values;

    public Refusal(String code, String text) {
        this(code, text, Map.of());
    }

    /**
     * Refuses with details.
     *
     * @param code one of the schema's response codes
     * @param text the text
     * @param values what {@code MessageXml} holds, by name
     */
    public Refusal(String code, String text, Map<String, String> values) {
        super(text);
        this.code = code;
        this.values = new LinkedHashMap<>(values);
    }

    public String code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> values() {
        return values;
    }
}
