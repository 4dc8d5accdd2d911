package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a plan needs: the dirty records, their counterparts where those matter, and who waits for one of their keys. */
final class Survey {

    private final Sides sides;
    private final CarriedRecords carried;
    private final Checkpoint checkpoint;
    private final SortedMap<RecordKey, ReadOutcome> readings = new TreeMap<>();

    private Survey(Sides sides, CarriedRecords carried, Checkpoint checkpoint) {
        this.sides = sides;
        this.carried = carried;
        this.checkpoint = checkpoint;
    }

    static SortedMap<RecordKey, ReadOutcome> take(
            CollectionState state,
            Slice slice,
            Instant now,
            Set<RecordKey> setAside,
            Planner planner,
            Sides sides,
            CarriedRecords carried,
            Checkpoint checkpoint) {
        Survey survey = new Survey(sides, carried, checkpoint);
        SortedSet<RecordKey> dirty = new TreeSet<>();
        Set<RecordKey> unread = planner.unread(state, now);
        for (RecordKey key : slice.records()) {
            if (!setAside.contains(key) && !unread.contains(key)) {
                dirty.addAll(withCounterpart(state, key, planner.looksAcross()));
            }
        }
        dirty.addAll(planner.entering(state));
        survey.read(dirty);
        survey.read(survivors(state, survey.readings));
        survey.readFormerCounterparts(state);
        survey.read(originals(state, survey.readings, planner.looksAcross()));
        // An original that is gone has a survivor too.
        survey.read(survivors(state, survey.readings));
        survey.readWaiting(state, planner, slice.others());
        return survey.readings;
    }

    static List<ReadOutcome> read(Endpoint endpoint, Side side, Collection<ItemId> ids, Checkpoint checkpoint) {
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (List<ItemId> batch : Batches.of(ids, endpoint.capabilities().readBatch())) {
            checkpoint.pass();
            outcomes.addAll(read(endpoint, side, batch));
        }
        return outcomes;
    }

    static List<ReadOutcome> read(Endpoint endpoint, Side side, Collection<ItemId> ids) {
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (List<ItemId> batch : Batches.of(ids, endpoint.capabilities().readBatch())) {
            List<ReadOutcome> answer = endpoint.read(batch);
            Set<ItemId> answered =
                    new TreeSet<>(answer.stream().map(ReadOutcome::id).toList());
            if (answer.size() != batch.size() || !answered.containsAll(batch)) {
                throw new ContractBrokenException(side + " endpoint was asked to read " + batch.size()
                        + " records and answered for " + answered.size() + "; it must answer once for each");
            }
            outcomes.addAll(answer);
        }
        return outcomes;
    }

    /**
     * The other record of a link is read too if it has changed as well, if nobody knows its version, if a late write may turn up,
     * as it need not be the record any more that the write was made of, if its values are to recall what was last seen, or if it
     * matters anyway.
     */
    private static List<RecordKey> withCounterpart(CollectionState state, RecordKey key, boolean always) {
        List<RecordKey> keys = new ArrayList<>(List.of(key));
        state.linkOf(key).ifPresent(link -> {
            RecordKey other = link.key(key.side().other());
            Half half = link.on(key.side().other());
            if (other != null
                    && half != null
                    && (always
                            || state.observation(other) != null
                            || half.version() == null
                            || link.isHashed()
                            || !link.uncertainty().lateWrites().isEmpty())) {
                keys.add(other);
            }
        });
        return keys;
    }

    /** Where one record of a link is gone, the other is looked at before anything is decided. */
    private static List<RecordKey> survivors(CollectionState state, Map<RecordKey, ReadOutcome> readings) {
        List<RecordKey> survivors = new ArrayList<>();
        readings.forEach((key, reading) -> {
            @Nullable RecordKey other = reading instanceof ReadOutcome.Absent ? counterpart(state, key) : null;
            if (other != null && !readings.containsKey(other)) {
                survivors.add(other);
            }
        });
        return survivors;
    }

    /** A record that may be a duplicate is looked at together with the linked one that it would be a duplicate of. */
    private static List<RecordKey> originals(
            CollectionState state, Map<RecordKey, ReadOutcome> readings, boolean across) {
        SortedSet<RecordKey> originals = new TreeSet<>();
        readings.forEach((key, reading) -> {
            CorrelationTag tag = reading instanceof ReadOutcome.Found found
                            && state.linkOf(key).isEmpty()
                    ? found.record().tag()
                    : null;
            Link link = tag == null ? null : state.linkOf(tag).orElse(null);
            RecordKey original = link == null ? null : link.key(key.side());
            if (original != null) {
                originals.addAll(withCounterpart(state, original, across));
            }
        });
        originals.removeAll(readings.keySet());
        return List.copyOf(originals);
    }

    private static @Nullable RecordKey counterpart(CollectionState state, RecordKey key) {
        Link link = state.linkOf(key).orElse(null);
        return link == null ? null : link.key(key.side().other());
    }

    /** What was linked once is looked at together. */
    private void readFormerCounterparts(CollectionState state) {
        SortedSet<RecordKey> counterparts = Planner.formerCounterparts(state, readings.keySet());
        counterparts.removeAll(readings.keySet());
        read(counterparts);
    }

    private void readWaiting(CollectionState state, Planner planner, @Nullable MatchIndex others) {
        SortedSet<RecordKey> next = new TreeSet<>(readings.keySet());
        while (!next.isEmpty()) {
            SortedSet<String> keys = new TreeSet<>();
            for (RecordKey key : next) {
                if (readings.get(key) instanceof ReadOutcome.Found found
                        && state.linkOf(key).isEmpty()) {
                    keys.addAll(planner.matchKeys(key.side(), found.record()));
                }
            }
            SortedSet<RecordKey> read = next;
            next = new TreeSet<>(
                    state.waitingFor(keys).stream().map(Observation::key).toList());
            if (others != null) {
                next.addAll(together(state, planner, read, others));
            }
            next.removeAll(readings.keySet());
            read(next);
        }
    }

    /** Who of a later slice shares a key with a record of this one, or is linked by the mark that one of the two carries. */
    private SortedSet<RecordKey> together(
            CollectionState state, Planner planner, Collection<RecordKey> read, MatchIndex others) {
        SortedSet<RecordKey> creators = new TreeSet<>();
        SortedSet<String> keys = new TreeSet<>();
        for (RecordKey key : read) {
            Link link = state.linkOf(key).orElse(null);
            if (link != null && link.missing().isPresent()) {
                link.attempts().forEach(attempt -> keys.add(CarriedRecords.key(attempt.tag())));
            } else if (link == null && readings.get(key) instanceof ReadOutcome.Found found) {
                keys.addAll(CarriedRecords.keys(planner, state, key, found.record()));
                creators.addAll(creators(state, found.record()));
            }
        }
        SortedSet<RecordKey> together = others.sharing(keys);
        together.removeIf(key -> state.linkOf(key).isPresent());
        together.addAll(creators);
        together.removeIf(key -> state.observation(key) == null);
        return together;
    }

    private static List<RecordKey> creators(CollectionState state, RemoteItem record) {
        CorrelationTag tag = record.tag();
        Link link = tag == null ? null : state.linkOf(tag).orElse(null);
        return link == null
                ? List.of()
                : Stream.of(Side.values())
                        .map(link::key)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private void read(Collection<RecordKey> keys) {
        for (Side side : Side.values()) {
            List<ItemId> ids = new ArrayList<>();
            for (RecordKey key : keys) {
                RemoteItem record = carried.get(key);
                if (record != null) {
                    readings.put(key, new ReadOutcome.Found(record));
                } else if (key.side() == side) {
                    ids.add(key.id());
                }
            }
            read(sides.on(side), side, ids, checkpoint)
                    .forEach(outcome -> readings.put(new RecordKey(side, outcome.id()), outcome));
        }
    }
}
