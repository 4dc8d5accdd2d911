package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.graph.internal.wire.GraphAnswer;

/** Versions as they stand in answers and in conditions: weak entity tags around what Exchange calls a change key. */
public final class Etag {

    private static final String OPENING = "W/\"";
    private static final String CLOSING = "\"";

    private Etag() {}

    /**
     * The version of an item.
     *
     * @param answer the answer that holds it
     * @param item the item
     * @return its version
     * @throws ContractBrokenException if it has none
     */
    public static String version(GraphAnswer answer, JsonNode item) {
        String version = text(item.path("@odata.etag").asText(""));
        if (version.isEmpty()) {
            throw new ContractBrokenException(answer.where() + ": an item has no version; report it");
        }
        return version;
    }

    /** Without what stands around it. */
    private static String text(String etag) {
        return etag.startsWith(OPENING) && etag.endsWith(CLOSING) && etag.length() > OPENING.length()
                ? etag.substring(OPENING.length(), etag.length() - CLOSING.length())
                : etag;
    }

    /**
     * A version as a condition.
     *
     * @param version as {@link #version} gives it
     * @return the entity tag
     */
    public static String of(String version) {
        return OPENING + version + CLOSING;
    }
}
