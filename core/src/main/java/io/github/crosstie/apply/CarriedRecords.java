package io.github.crosstie.apply;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that came along with a side's first listing of everything, which saves reading them in the first pass. A change may
 * be told again long after it was overtaken, even after its record was deleted, so what it carries is trusted only where nothing
 * was told before: for a record that is new, in a first listing that mentions it once. All others are read.
 *
 * <p>It keeps the first {@link #KEPT} of them, however many come. Of the others it keeps the keys that they are recognised by.
 */
final class CarriedRecords {

    /** How many records are kept: some megabytes. */
    static final int KEPT = 2_000;

    private final Planner planner;
    private final MatchIndex index;
    private final Map<RecordKey, RemoteItem> records = new HashMap<>();
    private Fingerprints told = new Fingerprints();

    CarriedRecords(Planner planner, MatchIndex index) {
        this.planner = planner;
        this.index = index;
    }

    /** Notes what a change carries, if the record is new in a first listing. */
    void note(RecordKey key, Change change, boolean isNewlyListed) {
        RemoteItem record = change instanceof Change.Upserted upserted ? upserted.record() : null;
        boolean isToldOnce = told.add(Fingerprints.of(key));
        if (!isToldOnce || !isNewlyListed || record == null) {
            records.remove(key);
            index.doubt(key);
        } else if (records.size() < KEPT) {
            records.put(key, record);
        } else {
            index.add(key, keys(planner, key, record));
        }
    }

    /** What a record is recognised by: the keys of matching, and the mark of the attempt that created it. */
    private static List<String> keys(Planner planner, RecordKey key, RemoteItem record) {
        List<String> keys = new ArrayList<>(planner.matchKeys(key.side(), record));
        CorrelationTag tag = record.tag();
        if (tag != null) {
            keys.add(key(tag));
        }
        return keys;
    }

    /** The same, and what it is known by while a side is linked again (F9), when no record is carried. */
    static List<String> keys(Planner planner, CollectionState state, RecordKey key, RemoteItem record) {
        List<String> keys = keys(planner, key, record);
        keys.addAll(planner.contentKeys(state, key, record));
        return keys;
    }

    static String key(CorrelationTag tag) {
        return "tag\0" + tag.value();
    }

    @Nullable
    RemoteItem get(RecordKey key) {
        return records.get(key);
    }

    /** Drops records that were used: what was decided by them may have changed them. */
    void drop(Collection<RecordKey> used) {
        records.keySet().removeAll(used);
    }

    void clear() {
        records.clear();
        told = new Fingerprints();
    }
}
