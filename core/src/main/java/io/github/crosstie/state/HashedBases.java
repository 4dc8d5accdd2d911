package io.github.crosstie.state;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ValueHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps digests of what was last seen of linked records, in the place of the values (privacy): who reads the store learns which
 * fields are set and which are equal, and without the key nothing of what they hold. Immutable, thread-safe.
 *
 * <p>What a round needs of the values it reads again: one record more for each that changed. What nobody holds any more stays
 * unknown: no conflict and no journal line can tell it, and nothing can be undone by it. Under another key nothing is known any
 * more: then records meet as at first contact, nothing is lost, and different values go by the winner (S3).
 *
 * <p>Attempts, intents, late writes and the journal hold values for as long as they are needed; so do observations, with the keys of a
 * record that waits for another one ({@link Waiting}), and what is told of a record in quarantine. These are handed to the store as
 * they are: it seals them, or holds them in the clear.
 */
public final class HashedBases {

    private final ValueHasher hasher;

    private HashedBases(ValueHasher hasher) {
        this.hasher = hasher;
    }

    /**
     * Hashed bases by a key of the host's.
     *
     * @param key at least 16 random bytes, kept apart from the store
     * @return hashed bases
     * @throws IllegalArgumentException if the key is too short, or cannot be used for HMAC-SHA-256
     */
    public static HashedBases keyedWith(SecretKey key) {
        return new HashedBases(ValueHasher.keyedWith(key));
    }

    /**
     * Hashes what was last seen of both records of a link. Values that are hashed already stay as they are, and so does the mark of
     * a meeting that somebody else organizes, which is nobody's value.
     *
     * @param link a link
     * @return the link with digests for its bases, or this one if there is nothing to hash
     */
    Link hashed(Link link) {
        return isKept(link.crm()) && isKept(link.mail())
                ? link
                : new Link(
                        link.id(),
                        hashed(link.crm()),
                        hashed(link.mail()),
                        link.generation(),
                        link.attempts(),
                        link.uncertainty());
    }

    private @Nullable Half hashed(@Nullable Half half) {
        if (half == null || isKept(half)) {
            return half;
        }
        Item hashed = hasher.hashed(half.base());
        return half.withBase(OrganizedElsewhere.isRemembered(half) ? OrganizedElsewhere.marked(hashed) : hashed);
    }

    private static boolean isKept(@Nullable Half half) {
        return half == null || isKept(half.base());
    }

    /** Whether nothing of a base is to be hashed. */
    private static boolean isKept(Item base) {
        return base.values().entrySet().stream()
                .allMatch(entry -> OrganizedElsewhere.isMark(entry.getKey())
                        || (entry.getValue() instanceof HashedValue known && known.hasher() != null));
    }

    /**
     * Hashes what a change would store of records as they were last seen.
     *
     * @param change a change
     * @return the change to store; the same one if it carries no base
     */
    public StateChange hashed(StateChange change) {
        if (change instanceof StateChange.PutLink put) {
            return new StateChange.PutLink(hashed(put.link()));
        }
        if (change instanceof StateChange.PutHint put) {
            return new StateChange.PutHint(hashed(put.hint()));
        }
        return change;
    }

    private Hint hashed(Hint hint) {
        Item held = hint.held();
        return held == null || isKept(held)
                ? hint
                : new Hint(hint.link(), hint.crm(), hint.mail(), hint.reason(), hasher.hashed(held));
    }

    /**
     * Reads a digest that was stored.
     *
     * @param type the type of the value
     * @param digest what {@link HashedValue#digest} gave; one that was made by another key matches no value
     * @return the hashed value
     * @throws IllegalArgumentException if the text is no digest
     */
    public HashedValue parse(FieldType type, String digest) {
        return hasher.parse(type, digest);
    }

    /**
     * A store that never is given a base to keep, but its digests. For stores that keep changes as they are, and read digests by
     * {@link #parse} with the same key.
     *
     * @param store where the state is kept
     * @return a store that hashes what is committed, and leaves all else to that one; thread-safe as that one is
     */
    public StateStore over(StateStore store) {
        return new Hashing(this, Objects.requireNonNull(store, "store"));
    }

    @Override
    public String toString() {
        return "HashedBases";
    }

    /** Hashes on the way in. */
    private record Hashing(HashedBases bases, StateStore store) implements StateStore {

        private List<StateChange> hashed(List<StateChange> changes) {
            return changes.stream().map(bases::hashed).toList();
        }

        @Override
        public void commit(Fence fence, List<StateChange> changes) {
            store.commit(fence, hashed(changes));
        }

        @Override
        public void release(Fence fence, List<StateChange> last) {
            store.release(fence, hashed(last));
        }

        @Override
        public void release(Fence fence) {
            store.release(fence);
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
        public CollectionState load(CollectionKey collection) {
            return store.load(collection);
        }

        @Override
        public List<JournalEntry> journal(CollectionKey collection) {
            return store.journal(collection);
        }

        @Override
        public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
            return store.journalLinesBefore(collection, moment);
        }

        @Override
        public Optional<Pause> pause(CollectionKey collection) {
            return store.pause(collection);
        }

        @Override
        public Optional<MoveOrigin> movedFrom(CollectionKey collection) {
            return store.movedFrom(collection);
        }

        @Override
        public Optional<OrganizationActivity> activity(OrganizationId organization, Instant since) {
            return store.activity(organization, since);
        }
    }
}
