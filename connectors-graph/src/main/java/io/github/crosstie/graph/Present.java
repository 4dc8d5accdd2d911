package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.graph.internal.item.ItemRecord;

/**
 * An item as it was read just before a write.
 *
 * @param json as the server told it
 * @param record what that means
 */
record Present(JsonNode json, ItemRecord record) {

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return "Present";
    }
}
