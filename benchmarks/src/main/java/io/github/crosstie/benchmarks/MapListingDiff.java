package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.RecordSnapshot;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import java.util.Map;
import java.util.Objects;

/**
 * The comparison of a listing with items that stay in memory, by a map from ids: whichever map, an entry remembers when it was last
 * listed. Not thread-safe.
 */
final class MapListingDiff {

    /** An item, and the number of the last listing that showed it. */
    static final class Known {

        private final Item item;
        private int round;

        Known(Item item) {
            this.item = item;
        }
    }

    private final Map<ItemId, Known> known;
    private int round;

    /** Fills an empty map. */
    MapListingDiff(SyntheticContacts contacts, Map<ItemId, Known> empty) {
        known = empty;
        for (int link = 0; link < contacts.links().links(); link++) {
            RecordSnapshot record = contacts.known(link);
            known.put(record.id(), new Known(Objects.requireNonNull(record.item())));
        }
    }

    Found diff(Iterable<RecordSnapshot> listed) {
        round++;
        Found found = new Found();
        int seen = 0;
        for (RecordSnapshot record : listed) {
            Known before = known.get(record.id());
            if (before == null) {
                found.isNew(record.id());
                continue;
            }
            seen += before.round == round ? 0 : 1;
            before.round = round;
            if (!before.item.equals(record.item())) {
                found.isChanged(record.id());
            }
        }
        if (seen < known.size()) {
            known.forEach((id, one) -> {
                if (one.round != round) {
                    found.isGone(id);
                }
            });
        }
        return found;
    }
}
