package io.github.crosstie.apply;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.state.RecordKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that came along with their changes, which saves reading them in the first pass. */
final class CarriedRecords {

    private final Map<RecordKey, RemoteItem> records = new HashMap<>();

    void note(RecordKey key, Change change) {
        RemoteItem record = change instanceof Change.Upserted upserted ? upserted.record() : null;
        if (record == null) {
            records.remove(key);
        } else {
            records.put(key, record);
        }
    }

    @Nullable
    RemoteItem get(RecordKey key) {
        return records.get(key);
    }

    void clear() {
        records.clear();
    }
}
