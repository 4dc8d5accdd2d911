package io.github.crosstie.testkit.exchange;

import java.time.Instant;
import java.util.Map;

/**
 * A request as it came, and what was answered. Credentials and the values of cookies are left out.
 *
 * @param number which request of the server it was, from 1
 * @param at when it came, by the server's clock
 * @param operation such as {@code GetItem}; empty if the request was no envelope
 * @param headers the headers of the request, their names in lower case
 * @param envelope what was asked; empty if envelopes are not kept
 * @param status the HTTP status of the answer; 0 if there was none
 * @param answer the body of the answer before it was compressed; empty if there was none or envelopes are not kept
 */
public record LoopbackRequest(
        int number,
        Instant at,
        String operation,
        Map<String, String> headers,
        String envelope,
        int status,
        String answer) {

    /** Copies the headers. */
    public LoopbackRequest {
        headers = Map.copyOf(headers);
    }
}
