package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.BareFingerprints;
import io.github.crosstie.diff.RecordSnapshot;
import io.github.crosstie.item.ItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the library does to a listing, as one loop over arrays that promises nothing to anybody: the contents of known records by
 * their fingerprints, found by open addressing, ids compared. Not thread-safe.
 */
final class BareListingDiff {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final BareFingerprints fingerprints = new BareFingerprints(1, List.copyOf(SyntheticContacts.FIELDS));
    private final ItemId[] ids;
    private final long[] known;
    private final int[] slots;
    private final int shift;

    BareListingDiff(SyntheticContacts contacts) {
        int links = contacts.links().links();
        ids = new ItemId[links];
        known = new long[links];
        slots = new int[Integer.highestOneBit(links) * 4];
        shift = Integer.numberOfLeadingZeros(slots.length) + 1;
        for (int link = 0; link < links; link++) {
            RecordSnapshot record = contacts.known(link);
            ids[link] = record.id();
            known[link] = fingerprints.of(Objects.requireNonNull(record.item()));
            int slot = home(record.id());
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = link + 1;
        }
    }

    private int home(ItemId id) {
        return (int) ((id.hashCode() * SPREAD) >>> 32) >>> shift;
    }

    private int find(ItemId id) {
        int slot = home(id);
        while (slots[slot] != 0 && !ids[slots[slot] - 1].equals(id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slots[slot] - 1;
    }

    Found diff(Iterable<RecordSnapshot> listed) {
        long[] seen = new long[(known.length + 63) >> 6];
        List<RecordSnapshot> changed = new ArrayList<>();
        Set<ItemId> added = new HashSet<>();
        for (RecordSnapshot record : listed) {
            int place = find(record.id());
            if (place < 0) {
                added.add(record.id());
                continue;
            }
            seen[place >> 6] |= 1L << place;
            if (fingerprints.of(Objects.requireNonNull(record.item())) != known[place]) {
                changed.add(record);
            }
        }
        Found found = new Found();
        changed.forEach(record -> found.isChanged(record.id()));
        added.forEach(found::isNew);
        for (int place = 0; place < known.length; place++) {
            if ((seen[place >> 6] & 1L << place) == 0) {
                found.isGone(ids[place]);
            }
        }
        return found;
    }
}
