package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status the HTTP status
 * @param headers the headers, without those that every answer has
 * @param json the body; missing if there is none, or if it is none of JSON
 * @param page a page of HTML in place of JSON; empty if there is none
 * @param delivery how it gets there
 */
record GraphReply(int status, Map<String, String> headers, JsonNode json, String page, Delivery delivery) {

    private static final String JSON =
            "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8";

    static GraphReply json(int status, JsonNode json) {
        return new GraphReply(status, Map.of(), json, "", Delivery.WHOLE);
    }

    static GraphReply ok(JsonNode json) {
        return json(200, json);
    }

    static GraphReply noContent() {
        return new GraphReply(204, Map.of(), MissingNode.getInstance(), "", Delivery.WHOLE);
    }

    /** What a proxy, a gateway or a web server says in place of Graph. */
    static GraphReply foreign(int status, String contentType, String text, Map<String, String> headers) {
        return new GraphReply(status, headers, MissingNode.getInstance(), text, Delivery.WHOLE)
                .with("Content-Type", contentType);
    }

    /**
     * The answer to a refused request.
     *
     * @param refusal why it is refused
     * @param moment when, in ISO 8601
     * @param requestId which request it was
     */
    static GraphReply refused(GraphRefusal refusal, String moment, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", refusal.code());
        error.put("message", refusal.text());
        ObjectNode inner = error.putObject("innerError");
        inner.put("date", moment);
        inner.put("request-id", requestId);
        inner.put("client-request-id", requestId);
        return new GraphReply(refusal.status(), refusal.headers(), body, "", Delivery.WHOLE);
    }

    GraphReply with(String header, String value) {
        return with(Map.of(header, value));
    }

    GraphReply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new GraphReply(status, all, json, page, delivery);
    }

    GraphReply delivered(Delivery other) {
        return new GraphReply(status, headers, json, page, other);
    }

    String contentType() {
        return headers.getOrDefault("Content-Type", JSON);
    }

    String text() {
        return json.isMissingNode() ? page : json.toString();
    }
}
