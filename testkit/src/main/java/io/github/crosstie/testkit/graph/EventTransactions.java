package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What events were made under the ids that clients have given to their attempts: an attempt that is made again makes no
 * second event. Guarded by the organization's lock.
 */
final class EventTransactions {

    private final Map<String, Made> made = new HashMap<>();

    /** The event that the same attempt has made before; null if there was none. */
    @Nullable
    StoredItem find(GraphRequest request) throws GraphRefusal {
        Made before = made.get(key(request));
        if (before == null) {
            return null;
        }
        boolean there = request.mailbox().items.get(before.item.id) == before.item;
        if (!there || !before.body.equals(request.body())) {
            throw new GraphRefusal(
                    409,
                    "ErrorDuplicateTransactionId",
                    "Your request can't be completed. The TransactionId specified in the request has already been used "
                            + "to create a different event.");
        }
        return before.item;
    }

    void remember(GraphRequest request, StoredItem item) {
        if (request.body().path("transactionId").isTextual()) {
            made.put(key(request), new Made(item, request.body()));
        }
    }

    private static String key(GraphRequest request) {
        JsonNode id = request.body().path("transactionId");
        return id.isTextual() ? request.mailbox().number + " " + id.textValue() : "";
    }

    /**
     * An event that an attempt has made.
     *
     * @param item the event
     * @param body what was asked for
     */
    private record Made(StoredItem item, JsonNode body) {}
}
