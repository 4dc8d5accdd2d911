package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several requests in one: each is answered on its own, with its own status. The answers come in another order than the
 * requests, which Graph does not promise to keep. Thread-safe.
 */
final class Batch {

    static final int MOST = 20;

    private final Service service;
    private final LoopbackFaults faults;
    private final RequestLog log;

    Batch(Service service, LoopbackFaults faults, RequestLog log) {
        this.service = service;
        this.faults = faults;
        this.log = log;
    }

    /** The answer to a batch; null if nothing goes back. */
    @Nullable
    GraphReply answer(Incoming whole, JsonNode body, int number) throws GraphRefusal {
        if (!whole.method().equals("POST")) {
            throw GraphRefusal.notAllowed();
        }
        List<JsonNode> parts = parts(body);
        Delivery delivery = Delivery.WHOLE;
        Map<String, Integer> statuses = new HashMap<>();
        List<ObjectNode> answers = new ArrayList<>();
        for (JsonNode part : parts) {
            String id = part.path("id").asText();
            GraphReply reply = failedBefore(part, statuses) ? dependencyFailed() : reply(whole, part, id, number);
            if (reply == null) {
                return null;
            }
            statuses.put(id, reply.status());
            delivery = reply.delivery() == Delivery.WHOLE ? delivery : reply.delivery();
            answers.add(0, shown(id, reply));
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("responses").addAll(answers);
        return GraphReply.ok(all).delivered(delivery);
    }

    private static List<JsonNode> parts(JsonNode body) throws GraphRefusal {
        if (!(body.get("requests") instanceof ArrayNode requests) || requests.isEmpty()) {
            throw new GraphRefusal(400, "BadRequest", "Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw new GraphRefusal(
                    400, "BadRequest", "Number of requests in the batch exceeds the limit of " + MOST + ".");
        }
        List<JsonNode> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode part : requests) {
            if (!ids.add(part.path("id").asText()) || part.path("id").asText().isEmpty()) {
                throw new GraphRefusal(400, "BadRequest", "Every request in a batch needs an id of its own.");
            }
            for (JsonNode earlier : part.path("dependsOn")) {
                if (!ids.contains(earlier.asText())) {
                    throw new GraphRefusal(400, "BadRequest", "A request depends on one that is not before it.");
                }
            }
            parts.add(part);
        }
        return parts;
    }

    private static boolean failedBefore(JsonNode part, Map<String, Integer> statuses) {
        for (JsonNode earlier : part.path("dependsOn")) {
            if (statuses.getOrDefault(earlier.asText(), 424) >= 400) {
                return true;
            }
        }
        return false;
    }

    private GraphReply dependencyFailed() {
        return service.refused(
                new GraphRefusal(424, "FailedDependency", "A request that this one depends on has failed."));
    }

    private @Nullable GraphReply reply(Incoming whole, JsonNode part, String id, int number) {
        JsonNode body = part.path("body");
        Map<String, List<String>> headers = new HashMap<>();
        for (Map.Entry<String, JsonNode> header : part.path("headers").properties()) {
            headers.put(header.getKey(), List.of(header.getValue().asText()));
        }
        boolean typed = headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
        String authorization = whole.header("Authorization");
        if (authorization != null) {
            headers.put("Authorization", List.of(authorization));
        }
        Incoming incoming = new Incoming(
                part.path("method").asText(),
                target(part.path("url").asText()),
                headers,
                body.isMissingNode() || body.isNull() ? "" : body.toString());
        LoopbackRequest request = new LoopbackRequest(
                number, id, incoming.operation(), incoming.target(), RequestLog.plain(headers), incoming.body(), 0, "");
        GraphReply reply = !incoming.body().isEmpty() && !typed
                ? service.refused(new GraphRefusal(
                        400,
                        "BadRequest",
                        "Write requests (excluding DELETE) must contain the Content-Type header declaration."))
                : service.reply(incoming, faults.take(incoming.operation(), true), number);
        if (reply != null) {
            log.part(request, reply);
        }
        return reply;
    }

    private static String target(String url) {
        return url.startsWith("/") ? url : "/" + url;
    }

    private ObjectNode shown(String id, GraphReply reply) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", id);
        shown.put("status", reply.status());
        ObjectNode headers = shown.putObject("headers");
        reply.headers().forEach(headers::put);
        if (!reply.text().isEmpty()) {
            headers.put("Content-Type", reply.contentType());
        }
        if (!reply.json().isMissingNode()) {
            shown.set("body", reply.json());
        } else if (!reply.page().isEmpty()) {
            shown.put("body", reply.page());
        }
        return shown;
    }
}
