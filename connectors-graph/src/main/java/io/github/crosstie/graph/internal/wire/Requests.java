package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.crosstie.connector.Owner;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes requests of calls: what every request of a mailbox carries. */
final class Requests {

    /** No body. */
    static final JsonNode NOTHING = MissingNode.getInstance();

    /** Ids that stay when an item moves within its mailbox. Links do not carry it along. */
    private static final String IMMUTABLE_IDS = "IdType=\"ImmutableId\"";

    private final ServiceRoot root;
    private final Owner mailbox;
    private final Supplier<String> requestIds;

    Requests(ServiceRoot root, Owner mailbox, Supplier<String> requestIds) {
        this.root = root;
        this.mailbox = mailbox;
        this.requestIds = requestIds;
    }

    GraphRequest of(GraphCall call) {
        Map<String, String> headers = new HashMap<>(headersOf(call));
        headers.put("Accept", "application/json");
        headers.put(GraphRequest.ID, requestIds.get());
        headers.put("return-client-request-id", "true");
        JsonNode body = call.body();
        return new GraphRequest(
                call.name(),
                mailbox,
                call.verb(),
                root.resolve(mailbox, call),
                headers,
                body == null ? null : body.toString());
    }

    /** The headers that a call needs wherever it stands, alone or in a batch. */
    static Map<String, String> headersOf(GraphCall call) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put(
                "Prefer",
                Stream.concat(Stream.of(IMMUTABLE_IDS), call.preferences().stream())
                        .collect(Collectors.joining(", ")));
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }
}
