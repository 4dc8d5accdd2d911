package io.github.crosstie.report;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one side that have not arrived on the other. What a round looked at and left alone on purpose is not among
 * them.
 *
 * @param due those that will go on by themselves
 * @param behind those of them that wait for a record to be read which might be their counterpart
 * @param atCap those that wait for room
 * @param wouldNotify those that wait because writing them would make the other side send mail
 */
record Backlog(
        List<Observation> due, List<Observation> behind, List<Observation> atCap, List<Observation> wouldNotify) {

    static Backlog of(Side from, CollectionState state, List<QuarantineEntry> quarantined, Instant now) {
        List<Observation> atCap = waiting(from, state, Waiting.AT_CAP);
        List<Observation> behind = waiting(from, state, Waiting.BEHIND_UNREADABLE);
        List<Observation> wouldNotify = waiting(from, state, Waiting.wouldNotify(from.other()));
        Set<RecordKey> waiting = new HashSet<>();
        behind.forEach(observation -> waiting.add(observation.key()));
        quarantined.forEach(entry -> waiting.addAll(entry.records()));
        List<Observation> due = state.observations().stream()
                .filter(observation -> observation.key().side() == from)
                .filter(observation ->
                        waiting.contains(observation.key()) || isUnseen(observation, state.lastRound(), now))
                .toList();
        return new Backlog(due, behind, atCap, wouldNotify);
    }

    private static List<Observation> waiting(Side from, CollectionState state, String key) {
        return state.waitingFor(List.of(key)).stream()
                .filter(observation -> observation.key().side() == from)
                .toList();
    }

    /** A round that went through has looked at everything: what is left of before stays as it is until it changes. */
    private static boolean isUnseen(Observation observation, @Nullable LastRound last, Instant now) {
        if (observation.waiting() != null && woken(observation, now) == null) {
            return false;
        }
        if (last == null || last.stop() != null) {
            return true;
        }
        Instant since = observation.waiting() == null ? observation.since() : woken(observation, now);
        return since != null && since.isAfter(last.ended());
    }

    /** When it woke up by the passing of time; null if it has not, or was awake anyhow. */
    static @Nullable Instant woken(Observation observation, Instant now) {
        Instant until =
                observation.waiting() == null ? null : observation.waiting().until();
        return until != null && !until.isAfter(now) ? until : null;
    }
}
