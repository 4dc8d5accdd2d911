package io.github.crosstie.testkit.engagement;

import java.util.Map;

/**
 * What is sent back.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param body the body
 * @param headers more headers
 */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String WARNING = "Pardot-Warning";

    static Reply of(int status, String json) {
        return new Reply(status, JSON, json, Map.of());
    }
}
