package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many records of a kind a user may sync (S16). What is linked stays; matches enter before creations, each by id, and what finds
 * no room waits without being read until some is left.
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
        int room = room(input.state());
        for (PlannedChange change : draft.entering()) {
            if (room > 0) {
                room--;
            } else {
                SortedSet<String> waiting = new TreeSet<>(List.of(Waiting.AT_CAP));
                for (RecordKey key : change.records()) {
                    if (input.readings().get(key) instanceof ReadOutcome.Found found) {
                        waiting.addAll(keys.all(key.side(), found.record()));
                    }
                }
                draft.leaveOut(change, reason(), new Waiting(waiting, null));
            }
        }
    }

    private int room(CollectionState state) {
        return Math.max(0, cap - state.links().size());
    }

    private String reason() {
        return "the cap of " + cap + " records is reached; it enters when one leaves, or when the cap is raised";
    }

    /** Who may enter now, so that it is looked at; of very many the first. */
    List<RecordKey> entering(CollectionState state) {
        int room = room(state);
        return room == 0
                ? List.of()
                : outside(state).stream()
                        .limit(Math.min(room, MOST_AT_ONCE))
                        .map(Observation::key)
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
