package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many records of a kind a user may sync (S16). What is linked stays; matches enter before creations, each by id, and what finds
 * no room waits without being read until some is left. A pair that was linked before a reset, or before a side was
 * created anew, keeps its place for as long as it may be linked again (S20, F9).
 */
final class Cap {

    private static final int MOST_AT_ONCE = 500;

    private final int cap;
    private final MatchKeys keys;

    Cap(int cap, MatchKeys keys) {
        this.cap = cap;
        this.keys = keys;
    }

    /** Leaves outside what finds no room. Links that a plan ends make room for the next one. */
    void enforce(PlanInput input, Draft draft) {
        Map<PlannedChange, Waiting> outside = new LinkedHashMap<>();
        for (PlannedChange change : outside(draft.entering(), input.state())) {
            SortedSet<String> waiting = new TreeSet<>(List.of(Waiting.AT_CAP));
            for (RecordKey key : change.records()) {
                if (input.readings().get(key) instanceof ReadOutcome.Found found) {
                    waiting.addAll(keys.all(key.side(), found.record()));
                }
            }
            outside.put(change, new Waiting(waiting, null));
        }
        draft.leaveOut(outside, reason());
    }

    /** Those of the changes, in their order, for which there is no room. */
    List<PlannedChange> outside(List<PlannedChange> entering, CollectionState state) {
        int room = room(state);
        if (entering.size() + state.hints().size() <= room) {
            return List.of();
        }
        Set<LinkId> former = former(state);
        List<PlannedChange> outside = new ArrayList<>();
        for (PlannedChange change : entering) {
            boolean returns = returns(state, change, former);
            if (room > (returns ? 0 : former.size())) {
                room--;
            } else {
                outside.add(change);
            }
        }
        return outside;
    }

    /** Whether a change links what was linked before; its place is taken then. */
    private static boolean returns(CollectionState state, PlannedChange change, Set<LinkId> former) {
        boolean returns = false;
        for (RecordKey key : change.records()) {
            returns |= state.hintOf(key).map(hint -> former.remove(hint.link())).orElse(false);
        }
        return returns;
    }

    /** The former links that keep their place: those of records that are there, or may yet be listed. */
    private static Set<LinkId> former(CollectionState state) {
        boolean isListed = Stream.of(Side.values()).allMatch(side -> state.scanned(side) == null);
        return state.hints().stream()
                .filter(hint -> hint.reason() != Hint.Reason.LEFT)
                .filter(hint -> !isListed
                        || Stream.of(Side.values())
                                .map(hint::key)
                                .anyMatch(key -> key != null && state.observation(key) != null))
                .map(Hint::link)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int room(CollectionState state) {
        return Math.max(0, cap - state.links().size());
    }

    String reason() {
        return "the cap of " + cap + " records is reached; it enters when one leaves, or when the cap is raised";
    }

    /** Who may enter now, so that it is looked at; of very many the first. */
    List<RecordKey> entering(CollectionState state) {
        int room = room(state);
        if (room == 0) {
            return List.of();
        }
        Set<LinkId> former = former(state);
        int roomForOthers = Math.max(0, room - former.size());
        List<RecordKey> returning = new ArrayList<>();
        List<RecordKey> others = new ArrayList<>();
        for (Observation waiting : outside(state)) {
            boolean returns = state.hintOf(waiting.key())
                    .filter(hint -> former.contains(hint.link()))
                    .isPresent();
            if (returns) {
                returning.add(waiting.key());
            } else if (others.size() < roomForOthers) {
                others.add(waiting.key());
            }
        }
        return Stream.concat(returning.stream(), others.stream())
                .limit(Math.min(room, MOST_AT_ONCE))
                .toList();
    }

    /** How many records wait outside. */
    int waiting(CollectionState state) {
        return outside(state).size();
    }

    private static List<Observation> outside(CollectionState state) {
        return state.waitingFor(List.of(Waiting.AT_CAP));
    }
}
