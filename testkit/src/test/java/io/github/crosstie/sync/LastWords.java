package io.github.crosstie.sync;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that counts what it is told of the journal with the end of a lease, and tells of old lines what a test wants it to. */
final class LastWords implements StateStore {

    private final StateStore store;
    private @Nullable Supplier<OptionalInt> told;
    private int said;
    private int commits;

    LastWords(StateStore store) {
        this.store = store;
    }

    /** Tells this of the number of old lines, in place of the truth. */
    void tell(Supplier<OptionalInt> number) {
        told = number;
    }

    /** How often the end of a lease dropped lines. */
    int said() {
        return said;
    }

    /** How many commits were made before the end of a lease. */
    int commits() {
        return commits;
    }

    @Override
    public void release(Fence fence, List<StateChange> last) {
        said += (int) last.stream()
                .filter(StateChange.ForgetJournalBefore.class::isInstance)
                .count();
        store.release(fence, last);
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        return told == null ? store.journalLinesBefore(collection, moment) : told.get();
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        commits++;
        store.commit(fence, changes);
    }

    @Override
    public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
        return store.acquire(collection, owner, now, duration);
    }

    @Override
    public void renew(Fence fence, Instant now, Duration duration) {
        store.renew(fence, now, duration);
    }

    @Override
    public void release(Fence fence) {
        store.release(fence);
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        return store.load(collection);
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        return store.journal(collection);
    }
}
