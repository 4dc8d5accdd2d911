package io.github.crosstie.benchmarks;

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
import java.util.OptionalInt;

/** One worker's way to the store: counts its commits, and breaks at one of them if it is told to. Not thread-safe. */
final class CountingStore implements StateStore {

    private final StateStore store;
    private final Break planned;
    private int commits;
    private int contentCommits;
    private boolean broken;

    CountingStore(StateStore store, Break planned) {
        this.store = store;
        this.planned = planned;
    }

    /**
     * From where on the store does not answer.
     *
     * @param commit which commit is the last one, from 1; 0 for none
     * @param done whether that one still takes effect
     */
    record Break(int commit, boolean done) {

        static final Break NEVER = new Break(0, false);
    }

    /** How many commits there were, those that only end a lease left out. */
    int commits() {
        return commits;
    }

    /** How many commits said more than how far the changes are read, and that a round has ended. */
    int contentCommits() {
        return contentCommits;
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
        requireWhole();
        return store.acquire(collection, owner, now, duration);
    }

    @Override
    public void renew(Fence fence, Instant now, Duration duration) {
        requireWhole();
        store.renew(fence, now, duration);
    }

    @Override
    public void release(Fence fence) {
        requireWhole();
        store.release(fence);
    }

    @Override
    public void release(Fence fence, List<StateChange> last) {
        requireWhole();
        count(last);
        store.release(fence, last);
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        requireWhole();
        return store.load(collection);
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        requireWhole();
        commits++;
        count(changes);
        if (commits != planned.commit()) {
            store.commit(fence, changes);
            return;
        }
        if (planned.done()) {
            store.commit(fence, changes);
        }
        broken = true;
        requireWhole();
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        requireWhole();
        return store.journal(collection);
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        requireWhole();
        return store.journalLinesBefore(collection, moment);
    }

    private void count(List<StateChange> changes) {
        if (changes.stream()
                .anyMatch(change ->
                        !(change instanceof StateChange.SetCursor) && !(change instanceof StateChange.EndRound))) {
            contentCommits++;
        }
    }

    private void requireWhole() {
        if (broken) {
            throw new UnavailableException("the store does not answer any more");
        }
    }
}
