package io.github.crosstie.apply;

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

    private Ledger(CollectionState state, @Nullable Lease lease) {
        this.state = state;
        this.lease = lease;
    }

    static Ledger overlay(CollectionState state) {
        return new Ledger(state, null);
    }

    static Ledger leased(CollectionState state, StateStore store, Fence fence, Clock clock, Duration duration) {
        return new Ledger(state, new Lease(store, fence, clock, duration));
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

    void commit(List<StateChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        if (lease != null) {
            lease.commit(changes);
        }
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
        private final Fence fence;
        private final Clock clock;
        private final Duration duration;
        private Instant renewAt;

        Lease(StateStore store, Fence fence, Clock clock, Duration duration) {
            this.store = store;
            this.fence = fence;
            this.clock = clock;
            this.duration = duration;
            renewAt = clock.instant().plus(duration.dividedBy(3));
        }

        void commit(List<StateChange> changes) {
            Instant now = clock.instant();
            if (!now.isBefore(renewAt)) {
                store.renew(fence, now, duration);
                renewAt = now.plus(duration.dividedBy(3));
            }
            store.commit(fence, changes);
        }
    }
}
