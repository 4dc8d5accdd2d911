package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several calls as one, and an answer for each of them out of the one answer. */
final class Batch {

    /** What a part gets that the answer does not tell: whether it was done is unknown, as after a gateway's timeout. */
    private static final int UNTOLD = 504;

    private final List<GraphCall> calls;
    private final GraphCall whole;

    private Batch(List<GraphCall> calls, GraphCall whole) {
        this.calls = calls;
        this.whole = whole;
    }

    static Batch of(Owner mailbox, List<GraphCall> calls) {
        if (calls.isEmpty() || calls.size() > GraphChannel.LARGEST_BATCH) {
            throw new IllegalArgumentException("batch of " + calls.size() + " calls: pass 1 to "
                    + GraphChannel.LARGEST_BATCH + ", and the rest in another batch");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = body.putArray("requests");
        for (int at = 0; at < calls.size(); at++) {
            parts.add(part(mailbox, calls.get(at), at));
        }
        return new Batch(
                List.copyOf(calls),
                GraphCall.post("batch of " + calls.size() + ": " + calls.get(0), body, "$batch")
                        .inService());
    }

    private static ObjectNode part(Owner mailbox, GraphCall call, int at) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("id", id(at));
        part.put("method", call.verb().name());
        part.put("url", ServiceRoot.relative(mailbox, call));
        ObjectNode headers = part.putObject("headers");
        Requests.headersOf(call).forEach(headers::put);
        JsonNode content = call.body();
        if (content != null) {
            part.set("body", content);
        }
        return part;
    }

    /** The one call that makes them all. */
    GraphCall call() {
        return whole;
    }

    /** What each call got. */
    List<GraphAnswer> answers(GraphAnswer answer) {
        Map<String, JsonNode> parts = new HashMap<>();
        answer.required()
                .path("responses")
                .forEach(part -> parts.putIfAbsent(part.path("id").asText(), part));
        List<GraphAnswer> answers = new ArrayList<>();
        for (int at = 0; at < calls.size(); at++) {
            answers.add(
                    answer(answer, calls.get(at) + ", part " + (at + 1) + " of " + answer.where(), parts.get(id(at))));
        }
        return answers;
    }

    private static String id(int at) {
        return Integer.toString(at + 1);
    }

    private static GraphAnswer answer(GraphAnswer whole, String where, @Nullable JsonNode part) {
        if (part == null) {
            return new GraphAnswer(where, UNTOLD, Map.of(), Requests.NOTHING, whole.receivedAt());
        }
        Map<String, String> headers = new HashMap<>();
        part.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new GraphAnswer(
                where, part.path("status").asInt(UNTOLD), headers, part.path("body"), whole.receivedAt());
    }
}
