package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Graph answered to one call, alone or in a batch.
 *
 * @param where the call, the mailbox in short form and the ids that find it in the server's logs, for messages
 * @param status the status
 * @param headers the headers, first values; looked up in any case by {@link #header}
 * @param body the JSON; a missing node for none
 * @param receivedAt when it came, by the injected clock
 */
public record GraphAnswer(String where, int status, Map<String, String> headers, JsonNode body, Instant receivedAt) {

    /** Makes the headers' names equal in any case. */
    public GraphAnswer {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /**
     * A header.
     *
     * @param name its name, in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Whether the server did what it was asked.
     *
     * @return true for statuses from 200 to 299
     */
    public boolean succeeded() {
        return status / 100 == 2;
    }

    /**
     * What is wrong.
     *
     * @return the trouble; empty if the server did what it was asked
     */
    public Optional<GraphTrouble> trouble() {
        return succeeded() ? Optional.empty() : Optional.of(GraphTrouble.in(this));
    }

    /**
     * The body of an answer that must be one of success.
     *
     * @return the JSON; a missing node for none
     * @throws io.github.crosstie.fault.CrosstieException what the trouble means for the whole mailbox
     */
    public JsonNode required() {
        Optional<GraphTrouble> trouble = trouble();
        if (trouble.isPresent()) {
            throw trouble.get().toException(where);
        }
        return body;
    }

    /** Shows the status alone: a body holds what is nobody else's business. */
    @Override
    public String toString() {
        return where + ": status " + status;
    }
}
