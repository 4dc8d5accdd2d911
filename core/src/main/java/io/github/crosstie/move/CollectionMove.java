package io.github.crosstie.move;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.state.CollectionKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the move of one kind of record comes to.
 *
 * @param collection whose records of which kind
 * @param records what became of each linked record, by link
 * @param lostMarks the records that are left alone, as they were detached (S11) or put out of scope (S14), and were not found again;
 *     by their ids by the old way
 * @param blockers what keeps it from being committed; empty if nothing does
 * @param proof what the next round over the new way would do
 */
public record CollectionMove(
        CollectionKey collection,
        List<MovedRecord> records,
        List<ItemId> lostMarks,
        List<MoveBlocker> blockers,
        MoveProof proof) {

    /** Copies the lists. */
    public CollectionMove {
        Objects.requireNonNull(collection, "collection");
        records = List.copyOf(records);
        lostMarks = List.copyOf(lostMarks);
        blockers = List.copyOf(blockers);
        Objects.requireNonNull(proof, "proof");
    }

    static CollectionMove blocked(CollectionKey collection, List<MoveBlocker> blockers) {
        return new CollectionMove(collection, List.of(), List.of(), blockers, MoveProof.NONE);
    }

    CollectionMove with(List<MoveBlocker> blockers, MoveProof proof) {
        return new CollectionMove(collection, records, lostMarks, blockers, proof);
    }

    /**
     * Whether it may be committed.
     *
     * @return true if nothing keeps it
     */
    public boolean isCommittable() {
        return blockers.isEmpty();
    }

    /**
     * How many records were found, by what.
     *
     * @return the numbers by rung; rungs without a record are left out
     */
    public Map<Rung, Integer> found() {
        Map<Rung, Integer> counts = new EnumMap<>(Rung.class);
        for (MovedRecord record : records) {
            if (record instanceof MovedRecord.Found found) {
                counts.merge(found.rung(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * How many records keep their link: linked by id, or re-linked by anything else.
     *
     * @return their number
     */
    public int linked() {
        return found().values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The records that were not found again, decided or not.
     *
     * @return the orphaned and the ambiguous ones, by link
     */
    public List<MovedRecord> unfound() {
        return records.stream()
                .filter(record -> !(record instanceof MovedRecord.Found))
                .toList();
    }
}
