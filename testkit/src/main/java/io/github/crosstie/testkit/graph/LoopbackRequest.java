package io.github.crosstie.testkit.graph;

import java.util.Map;

/**
 * A request as it came, and what was answered. Credentials are left out.
 *
 * @param number which request of the server it was, from 1
 * @param part the id of the part of a batch that it was; empty if it was a request of its own
 * @param operation its method and its path without mailbox and ids, such as {@code PATCH contacts}
 * @param address its path and query, not decoded
 * @param headers the headers of the request, their names in lower case
 * @param body what was sent; empty if there was nothing or if bodies are not kept
 * @param status the HTTP status of the answer; 0 if there was none
 * @param answer the body of the answer before it was compressed; empty if there was none or if bodies are not kept
 */
public record LoopbackRequest(
        int number,
        String part,
        String operation,
        String address,
        Map<String, String> headers,
        String body,
        int status,
        String answer) {

    /** Copies the headers. */
    public LoopbackRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * A header of the request.
     *
     * @param name its name in lower case
     * @return its value; empty if there was none
     */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    LoopbackRequest answered(int with, String text) {
        return new LoopbackRequest(number, part, operation, address, headers, body, with, text);
    }
}
