package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.AttemptTag;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more about linked records that are not there for a reason that the side does not know by their ids (S10): by the marks that
 * the engine gave them, if it has created them. So their deletion is proven whatever the side remembers of them.
 */
final class Vanished {

    private final CollectionKey collection;
    private final CollectionState state;

    Vanished(CollectionKey collection, CollectionState state) {
        this.collection = collection;
        this.state = state;
    }

    /** Completes what was read by what the sides find out. */
    void ask(SortedMap<RecordKey, ReadOutcome> readings, Sides sides, Checkpoint checkpoint) {
        for (Side side : Side.values()) {
            Endpoint endpoint = sides.on(side);
            SortedMap<ItemId, List<CorrelationTag>> marks = marks(side, readings);
            if (endpoint.capabilities().correlation()) {
                for (List<ItemId> batch :
                        Batches.of(marks.keySet(), endpoint.capabilities().readBatch())) {
                    checkpoint.pass();
                    SortedMap<ItemId, List<CorrelationTag>> some = new TreeMap<>(marks);
                    some.keySet().retainAll(batch);
                    Map<ItemId, Removal> removals = endpoint.removals(some);
                    removals.forEach((id, removal) ->
                            readings.put(new RecordKey(side, id), new ReadOutcome.Absent(id, removal)));
                }
            }
        }
    }

    private SortedMap<ItemId, List<CorrelationTag>> marks(Side side, Map<RecordKey, ReadOutcome> readings) {
        SortedMap<ItemId, List<CorrelationTag>> marks = new TreeMap<>();
        readings.forEach((key, reading) -> {
            boolean isOpen = key.side() == side
                    && reading instanceof ReadOutcome.Absent absent
                    && absent.removal() == Removal.UNKNOWN
                    && !isProven(state.observation(key));
            Link link = isOpen ? state.linkOf(key).orElse(null) : null;
            @Nullable RecordKey source = link == null ? null : link.key(side.other());
            if (link != null && source != null) {
                marks.put(key.id(), AttemptTag.possible(collection, link, source.id(), side));
            }
        });
        return marks;
    }

    private static boolean isProven(@Nullable Observation seen) {
        return seen != null && seen.removal() == Removal.DELETED;
    }
}
