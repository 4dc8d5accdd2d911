package io.github.crosstie.apply;

import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which records share a key by which records are recognised (S2, G4), for as many records as a mailbox can hold: it keeps
 * fingerprints, some 20 bytes for each key, and no values. What it finds is looked at again, so a false hit costs a read.
 */
final class MatchIndex {

    private final List<RecordKey> records = new ArrayList<>();
    private final Fingerprints indexed = new Fingerprints();
    private final Set<RecordKey> doubted = new HashSet<>();
    private long[] keys = new long[16];
    private int[] owners = new int[16];
    private int size;

    /** Enters a record, in addition to what was entered for it before. */
    void add(RecordKey record, Collection<String> recordKeys) {
        int owner = records.size();
        records.add(record);
        indexed.add(Fingerprints.of(record));
        doubted.remove(record);
        for (String key : recordKeys) {
            put(keys, owners, Fingerprints.of(key), owner);
            if (++size * 5L > keys.length * 4L) {
                grow();
            }
        }
    }

    /** Whether a record is entered as it was last told of. */
    boolean holds(RecordKey record) {
        return indexed.contains(Fingerprints.of(record)) && !doubted.contains(record);
    }

    /** Something was told of a record since it was entered. */
    void doubt(RecordKey record) {
        if (indexed.contains(Fingerprints.of(record))) {
            doubted.add(record);
        }
    }

    /** The records that have one of some keys. */
    SortedSet<RecordKey> sharing(Collection<String> wanted) {
        SortedSet<RecordKey> found = new TreeSet<>();
        for (String key : wanted) {
            long fingerprint = Fingerprints.of(key);
            for (int slot = first(keys, fingerprint); keys[slot] != 0; slot = (slot + 1) & (keys.length - 1)) {
                if (keys[slot] == fingerprint) {
                    found.add(records.get(owners[slot]));
                }
            }
        }
        return found;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreOwners = new int[keys.length * 2];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                put(moreKeys, moreOwners, keys[slot], owners[slot]);
            }
        }
        keys = moreKeys;
        owners = moreOwners;
    }

    private static void put(long[] keys, int[] owners, long fingerprint, int owner) {
        int slot = first(keys, fingerprint);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = fingerprint;
        owners[slot] = owner;
    }

    private static int first(long[] keys, long fingerprint) {
        return (int) fingerprint & (keys.length - 1);
    }
}
