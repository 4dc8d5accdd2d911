package io.github.crosstie.memory;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.OrganizationActivity;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A state store that lasts as long as the object. Thread-safe. */
public final class InMemoryStateStore implements StateStore {

    private final Map<CollectionKey, Collected> collections = new HashMap<>();

    private InMemoryStateStore() {}

    /**
     * An empty store.
     *
     * @return the store
     */
    public static InMemoryStateStore create() {
        return new InMemoryStateStore();
    }

    @Override
    public synchronized Optional<Fence> acquire(
            CollectionKey collection, String owner, Instant now, Duration duration) {
        Objects.requireNonNull(owner, "owner");
        Collected collected = collected(collection);
        if (now.isBefore(collected.leasedUntil) && !owner.equals(collected.owner)) {
            return Optional.empty();
        }
        collected.owner = owner;
        collected.leasedUntil = now.plus(duration);
        collected.epoch++;
        return Optional.of(new Fence(collection, collected.epoch));
    }

    @Override
    public synchronized void renew(Fence fence, Instant now, Duration duration) {
        fenced(fence).leasedUntil = now.plus(duration);
    }

    @Override
    public synchronized void release(Fence fence) {
        Collected collected = collected(fence.collection());
        if (collected.epoch == fence.epoch()) {
            collected.leasedUntil = Instant.MIN;
        }
    }

    @Override
    public synchronized void release(Fence fence, List<StateChange> last) {
        if (collected(fence.collection()).epoch == fence.epoch()) {
            try {
                commit(fence, last);
            } finally {
                release(fence);
            }
        }
    }

    @Override
    public synchronized CollectionState load(CollectionKey collection) {
        return collected(collection).state.copy();
    }

    @Override
    public synchronized void commit(Fence fence, List<StateChange> changes) {
        Collected collected = fenced(fence);
        // On a copy first: all or nothing. It shares what it does not change, so it costs no more than the changes.
        CollectionState changed = collected.state.copy();
        changed.apply(changes);
        collected.state = changed;
        for (StateChange change : changes) {
            if (change instanceof StateChange.Journal line) {
                collected.journal.add(line.entry());
            } else if (change instanceof StateChange.ForgetJournalBefore forget) {
                collected.journal.removeIf(entry -> entry.at().isBefore(forget.moment()));
            }
        }
    }

    @Override
    public synchronized List<JournalEntry> journal(CollectionKey collection) {
        return List.copyOf(collected(collection).journal);
    }

    @Override
    public synchronized OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        return OptionalInt.of((int) collected(collection).journal.stream()
                .filter(entry -> entry.at().isBefore(moment))
                .count());
    }

    @Override
    public synchronized Optional<Pause> pause(CollectionKey collection) {
        return Optional.ofNullable(collected(collection).state.pause());
    }

    @Override
    public synchronized Optional<MoveOrigin> movedFrom(CollectionKey collection) {
        return Optional.ofNullable(collected(collection).state.movedFrom());
    }

    @Override
    public synchronized Optional<OrganizationActivity> activity(OrganizationId organization, Instant since) {
        long links = 0;
        long deletions = 0;
        for (Map.Entry<CollectionKey, Collected> entry : collections.entrySet()) {
            if (entry.getKey().organization().equals(organization)) {
                links += entry.getValue().state.links().size();
                deletions += entry.getValue().state.deletionsSince(since);
            }
        }
        return Optional.of(new OrganizationActivity(links, deletions));
    }

    private Collected collected(CollectionKey collection) {
        return collections.computeIfAbsent(Objects.requireNonNull(collection, "collection"), key -> new Collected());
    }

    private Collected fenced(Fence fence) {
        Collected collected = collected(fence.collection());
        if (collected.epoch != fence.epoch()) {
            throw new FencedException("lease " + fence.epoch() + " of " + fence.collection()
                    + " was taken over by lease " + collected.epoch + "; stop, the other worker goes on from here");
        }
        return collected;
    }

    /** One collection. */
    private static final class Collected {
        private CollectionState state = CollectionState.empty();
        private final List<JournalEntry> journal = new ArrayList<>();
        private long epoch;
        private String owner = "";
        private Instant leasedUntil = Instant.MIN;
    }
}
