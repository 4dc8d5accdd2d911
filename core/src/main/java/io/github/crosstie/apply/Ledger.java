package io.github.crosstie.apply;

import io.github.crosstie.fault.FencedException;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The round's view of the state, and the only way to change it: first in the store, under the fence, then in the working copy.
 * The ledger of a dry run changes its working copy alone.
 */
final class Ledger {

    private final CollectionState state;
    private final @Nullable Lease lease;
    private final List<JournalEntry> journal = new ArrayList<>();
    private int journalLines;
    private final List<StateChange> deferred = new ArrayList<>();

    private Ledger(CollectionState state, @Nullable Lease lease) {
        this.state = state;
        this.lease = lease;
    }

    static Ledger overlay(CollectionState state) {
        return new Ledger(state, null);
    }

    static Ledger leased(
            CollectionState state, StateStore store, Fence fence, Clock clock, Duration duration, Measures measures) {
        return new Ledger(state, new Lease(store, fence, clock, duration, measures));
    }

    CollectionState state() {
        return state;
    }

    /** The first lines of the round; the store keeps all. */
    List<JournalEntry> journal() {
        return journal;
    }

    int journalLines() {
        return journalLines;
    }

    /**
     * Makes a change that may wait for the next commit: a place in a change stream from which nothing new was told. If the round
     * dies before, nothing is told again from there.
     */
    void defer(StateChange change) {
        state.apply(List.of(change));
        deferred.add(change);
    }

    /** Makes sure that nobody has taken over. */
    void requireFence() {
        if (lease != null) {
            lease.commit(List.of());
        }
    }

    /** What was deferred and no other commit has taken along: it goes with the end of the lease. */
    List<StateChange> deferred() {
        return List.copyOf(deferred);
    }

    void commit(List<StateChange> changes) {
        if (!changes.isEmpty()) {
            commitWith(changes);
        }
    }

    private void commitWith(List<StateChange> told) {
        List<StateChange> changes = lease == null ? told : lease.completed(told, state);
        List<StateChange> all = new ArrayList<>(deferred);
        all.addAll(changes);
        if (lease != null && !all.isEmpty()) {
            lease.commit(all);
        }
        deferred.clear();
        state.apply(changes);
        for (StateChange change : changes) {
            if (change instanceof StateChange.Journal line) {
                journalLines++;
                if (journal.size() < RoundReport.KEPT) {
                    journal.add(line.entry());
                }
            }
        }
    }

    /** A fence that is kept alive: renewed once a third of the lease is over. */
    private static final class Lease {

        private final StateStore store;
        private final boolean heedsFence;
        private final boolean awaitsEchoes;
        private Fence fence;
        private final Clock clock;
        private final Duration duration;
        private Instant renewAt;

        Lease(StateStore store, Fence fence, Clock clock, Duration duration, Measures measures) {
            this.heedsFence = measures.include(SafetyMeasure.FENCE);
            this.awaitsEchoes = measures.include(SafetyMeasure.AWAITED_ECHO);
            this.store = store;
            this.fence = fence;
            this.clock = clock;
            this.duration = duration;
            renewAt = clock.instant().plus(duration.dividedBy(3));
        }

        /** Takes over whatever lease there is now, as a worker that knows of no fence would. */
        private void commitOverFence(List<StateChange> changes) {
            try {
                store.commit(fence, changes);
            } catch (FencedException overtaken) {
                fence = new Fence(fence.collection(), fence.epoch() + 1);
                commitOverFence(changes);
            }
        }

        /** What is to be stored of some changes, with what follows from them. */
        List<StateChange> completed(List<StateChange> told, CollectionState before) {
            Instant now = clock.instant();
            List<StateChange> completed = new ArrayList<>(told.size());
            told.forEach(change -> completed.add(timed(change, now)));
            if (awaitsEchoes) {
                completed.addAll(Echoes.of(told, before, now.plus(SyncRound.LATE_WRITE_WINDOW)));
            }
            return completed;
        }

        /** What is seen from now on is seen since now (S18). */
        private static StateChange timed(StateChange change, Instant now) {
            return change instanceof StateChange.Observe seen
                            && seen.observation().since() == null
                    ? new StateChange.Observe(seen.observation().since(now))
                    : change;
        }

        void commit(List<StateChange> changes) {
            Instant now = clock.instant();
            if (!now.isBefore(renewAt) && heedsFence) {
                store.renew(fence, now, duration);
                renewAt = now.plus(duration.dividedBy(3));
            }
            if (heedsFence) {
                store.commit(fence, changes);
            } else {
                commitOverFence(changes);
            }
        }
    }
}
