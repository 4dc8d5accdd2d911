package io.github.crosstie.apply;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.state.RecordKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records that came along with a side's first listing of everything, which saves reading them in the first pass. A change may
 * be told again long after it was overtaken, even after its record was deleted, so what it carries is trusted only where nothing
 * was told before: for a record that is new, in a first listing that mentions it once. All others are read.
 */
final class CarriedRecords {

    private final Map<RecordKey, RemoteItem> records = new HashMap<>();
    private final Set<RecordKey> told = new HashSet<>();

    /** Notes what a change carries, if the record is new in a first listing. */
    void note(RecordKey key, Change change, boolean isNewlyListed) {
        RemoteItem record = change instanceof Change.Upserted upserted ? upserted.record() : null;
        boolean isToldOnce = told.add(key);
        if (isToldOnce && isNewlyListed && record != null) {
            records.put(key, record);
        } else {
            records.remove(key);
        }
    }

    @Nullable
    RemoteItem get(RecordKey key) {
        return records.get(key);
    }

    void clear() {
        records.clear();
        told.clear();
    }
}
