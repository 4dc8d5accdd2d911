package io.github.crosstie.apply;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the dirty records: all at once where they are few, else in slices in the order of their keys, so that what is in
 * memory at a time does not grow with the mailbox. What may end in deletions comes first and together, and with it
 * what has no link and cannot be read: nothing is created beside it in any slice (S15). Records that belong together
 * by a key go with the first of them.
 */
final class Slices {

    private final CollectionState state;
    private final Instant now;
    private final int size;
    private final Planner planner;
    private final Sides sides;
    private final CarriedRecords carried;
    private final MatchIndex index;
    private final Checkpoint checkpoint;
    private final Set<RecordKey> toDecide;

    private final Set<RecordKey> decided = new TreeSet<>();
    private final Set<RecordKey> unreadable = new TreeSet<>();
    private boolean begun;
    private boolean through;
    private @Nullable RecordKey last;
    private int total;

    Slices(
            CollectionState state,
            Instant now,
            int size,
            Planner planner,
            Sides sides,
            CarriedRecords carried,
            MatchIndex index,
            Checkpoint checkpoint,
            Set<RecordKey> toDecide) {
        this.state = state;
        this.now = now;
        this.size = size;
        this.planner = planner;
        this.sides = sides;
        this.carried = carried;
        this.index = index;
        this.checkpoint = checkpoint;
        this.toDecide = toDecide;
    }

    /** How many records are dirty in this pass; known from the first slice on. */
    int total() {
        return total;
    }

    /** The next slice; the first one always comes, even if it is empty. */
    Optional<Slice> next() {
        if (!begun) {
            begun = true;
            List<Observation> first = state.awake(now, null, size + 1);
            total = first.size();
            if (total <= size) {
                through = true;
                return Optional.of(Slice.whole(keys(first)));
            }
            total = 0;
            decided.addAll(prepare());
            decided.addAll(unreadable);
            decided.addAll(toDecide);
            if (!decided.isEmpty()) {
                return Optional.of(new Slice(decided, index, true));
            }
        }
        while (!through) {
            List<Observation> some = state.awake(now, last, size);
            if (some.isEmpty()) {
                through = true;
            } else {
                last = some.get(some.size() - 1).key();
                List<RecordKey> undecided = new ArrayList<>(keys(some));
                undecided.removeAll(decided);
                if (!undecided.isEmpty()) {
                    return Optional.of(new Slice(undecided, index, false));
                }
            }
        }
        return Optional.empty();
    }

    private static List<RecordKey> keys(List<Observation> observations) {
        return observations.stream().map(Observation::key).toList();
    }

    /** Looks through all dirty records once: enters the unlinked ones in the index, and returns what may end in deletions. */
    private Set<RecordKey> prepare() {
        Set<RecordKey> told = new TreeSet<>();
        List<RecordKey> unknown = new ArrayList<>();
        forEachAwake(observation -> {
            total++;
            RecordKey key = observation.key();
            if (state.linkOf(key).isPresent()) {
                if (observation.removal() != null) {
                    told.add(key);
                }
            } else if (!index.holds(key)) {
                enter(key, unknown);
            }
        });
        read(unknown).forEach(this::enter);
        return told.size() <= size ? told : gone(told);
    }

    private void forEachAwake(Consumer<Observation> action) {
        RecordKey from = null;
        List<Observation> some = state.awake(now, null, size);
        while (!some.isEmpty()) {
            some.forEach(action);
            from = some.get(some.size() - 1).key();
            some = state.awake(now, from, size);
        }
    }

    private void enter(RecordKey key, List<RecordKey> unknown) {
        RemoteItem record = carried.get(key);
        if (record != null) {
            index.add(key, CarriedRecords.keys(planner, state, key, record));
            return;
        }
        unknown.add(key);
        if (unknown.size() >= size) {
            read(unknown).forEach(this::enter);
            unknown.clear();
        }
    }

    private void enter(RecordReading reading) {
        List<String> keys = reading.outcome() instanceof ReadOutcome.Found found
                ? CarriedRecords.keys(planner, state, reading.key(), found.record())
                : List.of();
        index.add(reading.key(), keys);
        if (reading.outcome() instanceof ReadOutcome.Unreadable) {
            unreadable.add(reading.key());
        }
    }

    /** Those of many that are gone, without keeping those that are not. */
    private Set<RecordKey> gone(Set<RecordKey> told) {
        Set<RecordKey> gone = new TreeSet<>();
        for (List<RecordKey> batch : Batches.of(told, size)) {
            for (RecordReading reading : read(batch)) {
                if (reading.outcome() instanceof ReadOutcome.Absent) {
                    gone.add(reading.key());
                }
            }
        }
        return gone;
    }

    private List<RecordReading> read(List<RecordKey> keys) {
        List<RecordReading> readings = new ArrayList<>();
        for (Side side : Side.values()) {
            List<ItemId> ids = keys.stream()
                    .filter(key -> key.side() == side)
                    .map(RecordKey::id)
                    .toList();
            Survey.read(sides.on(side), side, ids, checkpoint)
                    .forEach(outcome -> readings.add(new RecordReading(new RecordKey(side, outcome.id()), outcome)));
        }
        return readings;
    }

    /** What was read of a record. */
    private record RecordReading(RecordKey key, ReadOutcome outcome) {}
}
