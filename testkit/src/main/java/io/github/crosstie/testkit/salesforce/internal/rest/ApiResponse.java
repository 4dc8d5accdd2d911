package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param headers more headers
 * @param json the body; null if it is a text or empty
 * @param text the body if it is no JSON; empty otherwise
 */
public record ApiResponse(
        int status,
        String contentType,
        Map<String, String> headers,
        @Nullable JsonNode json,
        String text) {

    private static final String JSON = "application/json;charset=UTF-8";

    /** Copies the headers. */
    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer of JSON. */
    public static ApiResponse of(int status, JsonNode json) {
        return new ApiResponse(status, JSON, Map.of(), json, "");
    }

    /** An answer without a body. */
    public static ApiResponse empty(int status) {
        return new ApiResponse(status, JSON, Map.of(), null, "");
    }

    /** An answer of text. */
    public static ApiResponse text(int status, String contentType, String text) {
        return new ApiResponse(status, contentType, Map.of(), null, text);
    }

    /** The error as the API words it: an array of one. */
    public static ApiResponse of(Refusal refusal) {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        ObjectNode error = errors.addObject();
        error.put("message", refusal.text());
        error.put("errorCode", refusal.code());
        if (!refusal.fields().isEmpty()) {
            ArrayNode fields = error.putArray("fields");
            refusal.fields().forEach(fields::add);
        }
        return of(refusal.status(), errors);
    }

    /** The same with one more header. */
    public ApiResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, contentType, more, json, text);
    }

    /** Whether it is an error. */
    public boolean refused() {
        return status >= 400;
    }

    /** The body as a text. */
    public String body() {
        return json == null ? text : json.toString();
    }
}
