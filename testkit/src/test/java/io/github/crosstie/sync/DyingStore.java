package io.github.crosstie.sync;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store whose process dies at a chosen step: before a commit, after it, or before a remote write that is counted here too.
 * A dead process releases no lease.
 */
final class DyingStore implements StateStore {

    private final StateStore store;
    private final int dyingStep;
    private int steps;

    DyingStore(StateStore store, int dyingStep) {
        this.store = store;
        this.dyingStep = dyingStep;
    }

    int steps() {
        return steps;
    }

    void step() {
        if (steps++ == dyingStep) {
            throw new Crash();
        }
    }

    private void requireAlive() {
        if (steps > dyingStep) {
            throw new UnavailableException("the process is dead");
        }
    }

    @Override
    public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
        requireAlive();
        return store.acquire(collection, owner, now, duration);
    }

    @Override
    public void renew(Fence fence, Instant now, Duration duration) {
        requireAlive();
        store.renew(fence, now, duration);
    }

    @Override
    public void release(Fence fence) {
        requireAlive();
        store.release(fence);
    }

    @Override
    public void release(Fence fence, List<StateChange> last) {
        requireAlive();
        boolean isCommit = last.stream().anyMatch(change -> !(change instanceof StateChange.EndRound));
        if (isCommit) {
            step();
        }
        store.release(fence, last);
        if (isCommit) {
            step();
        }
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        requireAlive();
        return store.load(collection);
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        step();
        store.commit(fence, changes);
        step();
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        return store.journal(collection);
    }
}
