package io.github.crosstie.move;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.OrganizationActivity;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A store as it would be after the move, for a dry run: takes no lease and stores nothing. */
final class MovedStore implements StateStore {

    private final StateStore store;
    private final CollectionKey collection;
    private final CollectionState moved;

    MovedStore(StateStore store, CollectionKey collection, CollectionState moved) {
        this.store = store;
        this.collection = collection;
        this.moved = moved;
    }

    @Override
    public CollectionState load(CollectionKey asked) {
        return asked.equals(collection) ? moved.copy() : store.load(asked);
    }

    @Override
    public List<JournalEntry> journal(CollectionKey asked) {
        return store.journal(asked);
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey asked, Instant moment) {
        return store.journalLinesBefore(asked, moment);
    }

    @Override
    public Optional<OrganizationActivity> activity(OrganizationId organization, Instant since) {
        return store.activity(organization, since);
    }

    @Override
    public Optional<Fence> acquire(CollectionKey asked, String owner, Instant now, Duration duration) {
        return Optional.empty();
    }

    @Override
    public void renew(Fence fence, Instant now, Duration duration) {
        throw storesNothing();
    }

    @Override
    public void release(Fence fence) {
        throw storesNothing();
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        throw storesNothing();
    }

    private static IllegalStateException storesNothing() {
        return new IllegalStateException("the proof of a move stores nothing; commit the move instead");
    }
}
