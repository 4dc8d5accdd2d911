package io.github.crosstie.diff;

import io.github.crosstie.item.ItemId;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One side of all links, in columns: for each link the record's id, the fingerprint of what it looked like, and that of its
 * version. The column of versions is there once a version was.
 */
final class SideColumns {

    private final Fingerprinter fingerprinter;
    private final IdTable table;
    private ItemId[] ids = new ItemId[0];
    /** Of the content where that is known, else of the version. */
    private long[] looks = new long[0];

    private long @Nullable [] versions;

    SideColumns(Fingerprinter fingerprinter, ToIntFunction<ItemId> hash) {
        this.fingerprinter = fingerprinter;
        this.table = new IdTable(hash);
    }

    int find(ItemId id) {
        return table.find(id, ids);
    }

    boolean holds(int place, ItemId id) {
        return ids[place].equals(id);
    }

    ItemId id(int place) {
        return ids[place];
    }

    long[] looks() {
        return looks;
    }

    void ensureRoom(int links, int places) {
        if (places > ids.length) {
            ids = Arrays.copyOf(ids, places);
            looks = Arrays.copyOf(looks, places);
            if (versions != null) {
                versions = Arrays.copyOf(versions, places);
            }
        }
        table.reserve(links, places, ids);
    }

    void add(int place, RecordSnapshot record) {
        ids[place] = record.id();
        table.add(place, ids);
        set(place, record);
    }

    void set(int place, RecordSnapshot record) {
        long version = record.version() == null ? Fingerprinter.NONE : fingerprinter.of(record.version());
        if (version != Fingerprinter.NONE && versions == null) {
            versions = new long[ids.length];
        }
        if (versions != null) {
            versions[place] = version;
        }
        looks[place] = record.item() == null ? version : fingerprinter.of(record.item());
    }

    /** The id stays in the column, for differences that were found before. */
    void remove(int place) {
        table.remove(place, ids);
    }

    /** What a listed record looks like, the version first: where it is the known one, no field is looked at. */
    long look(int place, RecordSnapshot record) {
        long version = Fingerprinter.NONE;
        if (record.version() != null) {
            version = fingerprinter.of(record.version());
            if (versions != null && versions[place] == version) {
                return looks[place];
            }
        }
        return record.item() == null ? version : fingerprinter.of(record.item());
    }

    /** Bytes of the heap, headers and the ids themselves apart, where a reference takes four bytes. */
    long bytes() {
        long perPlace = (long) Integer.BYTES + Long.BYTES + (versions == null ? 0 : Long.BYTES);
        return perPlace * ids.length + table.bytes();
    }
}
