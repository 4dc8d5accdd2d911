package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.item.ItemVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that were read last, by record: what saves whoever is told of them a read. Not thread-safe. */
final class LatestRows {

    private static final int KEPT = 10_000;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(ItemVersion version, JsonNode node) {}

    void put(String record, ItemVersion version, JsonNode row) {
        rows.remove(record);
        rows.put(record, new Row(version, row));
        if (rows.size() > KEPT) {
            rows.remove(rows.keySet().iterator().next());
        }
    }

    @Nullable
    JsonNode get(String record, ItemVersion version) {
        Row row = rows.get(record);
        return row == null || !row.version().equals(version) ? null : row.node();
    }

    /** The same change, with its row if it is there. */
    FeedChange with(FeedChange change) {
        return change instanceof FeedChange.Changed changed
                ? new FeedChange.Changed(changed.id(), changed.version(), get(changed.id(), changed.version()))
                : change;
    }

    void clear() {
        rows.clear();
    }
}
