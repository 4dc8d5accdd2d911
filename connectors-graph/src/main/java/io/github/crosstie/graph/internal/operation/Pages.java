package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import java.util.ArrayList;
import java.util.List;

/** Everything that a listing gives, page after page. */
public final class Pages {

    /** More pages than any listing of this connector has. */
    private static final int MOST = 1_000;

    private Pages() {}

    static List<JsonNode> all(GraphChannel channel, GraphCall first) {
        return from(channel, first, channel.call(first));
    }

    /**
     * What a listing gives of which the first page has been answered, alone or in a batch.
     *
     * @param channel the mailbox
     * @param first the call of the first page
     * @param answer its answer
     * @return what is in it and in all pages that follow it
     * @throws io.github.crosstie.fault.CrosstieException if one of them is an answer of trouble, or there is no end
     */
    public static List<JsonNode> from(GraphChannel channel, GraphCall first, GraphAnswer answer) {
        List<JsonNode> all = new ArrayList<>();
        GraphAnswer at = answer;
        for (int page = 0; page < MOST; page++) {
            JsonNode body = at.required();
            body.path("value").forEach(all::add);
            String next = body.path("@odata.nextLink").asText("");
            if (next.isEmpty()) {
                return all;
            }
            at = channel.call(first.following(next));
        }
        throw new ContractBrokenException(first.name() + ": the listing does not end; report it");
    }
}
