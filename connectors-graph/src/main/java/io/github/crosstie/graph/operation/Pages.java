package io.github.crosstie.graph.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.graph.wire.GraphAnswer;
import io.github.crosstie.graph.wire.GraphCall;
import io.github.crosstie.graph.wire.GraphChannel;
import java.util.ArrayList;
import java.util.List;

/** Everything that a listing gives, page after page. */
final class Pages {

    /** More pages than any listing of this connector has. */
    private static final int MOST = 1_000;

    private Pages() {}

    static List<JsonNode> all(GraphChannel channel, GraphCall first) {
        List<JsonNode> all = new ArrayList<>();
        GraphCall call = first;
        for (int page = 0; page < MOST; page++) {
            GraphAnswer answer = channel.call(call);
            JsonNode body = answer.required();
            body.path("value").forEach(all::add);
            String next = body.path("@odata.nextLink").asText("");
            if (next.isEmpty()) {
                return all;
            }
            call = first.following(next);
        }
        throw new ContractBrokenException(first.name() + ": the listing does not end; report it");
    }
}
