package io.github.crosstie.state;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.FencedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the state of collections is kept. Implemented by the in-memory store, by durable stores and by hosts.
 *
 * <p><b>Threads.</b> Thread-safe: many workers, in one process or several, use one store for different collections, and
 * now and then two of them the same collection. <b>Repetition.</b> Every method may be called again. <b>Trouble.</b> A store
 * that cannot be reached throws {@link io.github.crosstie.fault.UnavailableException}; then nothing of the call took effect, or,
 * for a commit whose answer was lost, all of it. Nothing is null.
 *
 * <p><b>Fencing.</b> Every acquired lease has a higher epoch than all before it on the collection. A commit under an older
 * epoch is refused, even if nobody holds a lease any more, so that a worker that woke up late can change nothing.
 */
public interface StateStore {

    /**
     * Takes the lease of a collection, if nobody holds it.
     *
     * @param collection the collection; need not exist
     * @param owner who takes it; the present holder may take it again and gets a newer epoch
     * @param now the present moment; a store of several hosts uses its own clock instead
     * @param duration how long it lasts unless renewed; positive
     * @return the right to commit, or empty while another owner's lease lasts
     */
    Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration);

    /**
     * Makes a lease last longer.
     *
     * @param fence the lease
     * @param now the present moment, as in {@link #acquire}
     * @param duration how long it lasts from now
     * @throws io.github.crosstie.fault.FencedException if somebody has acquired a newer one
     */
    void renew(Fence fence, Instant now, Duration duration);

    /**
     * Gives a lease back. Without effect if somebody has acquired a newer one.
     *
     * @param fence the lease
     */
    void release(Fence fence);

    /**
     * Makes the last changes of a lease and gives it back: what every round has to say, and what would not be worth a commit of
     * its own. Without any effect if somebody has acquired a newer lease. A store that can do both in one transaction overrides
     * this, and spares idle rounds a write. If the changes cannot be made, the lease is given back all the same.
     *
     * @param fence the lease
     * @param last the changes; may be empty
     */
    default void release(Fence fence, List<StateChange> last) {
        try {
            if (!last.isEmpty()) {
                commit(fence, last);
            }
        } catch (FencedException overtaken) {
            // Who was overtaken has no last word; what they were about to say is the newer worker's to say.
            return;
        } finally {
            release(fence);
        }
    }

    /**
     * The committed state of a collection. Takes no lease.
     *
     * @param collection the collection
     * @return a working copy of the caller's own; empty if nothing was ever committed
     */
    CollectionState load(CollectionKey collection);

    /**
     * Changes a collection's state, in the order given, all or nothing. The only way to change it; durable when it returns.
     *
     * @param fence the right to do so
     * @param changes the changes; may be empty, which still checks the fence
     * @throws io.github.crosstie.fault.FencedException if somebody has acquired a newer lease; nothing was changed
     */
    void commit(Fence fence, List<StateChange> changes);

    /**
     * The journal of a collection, oldest first: every line of a {@link StateChange.Journal}, until a
     * {@link StateChange.ForgetJournalBefore} drops it. What is linked may end, and the collection may be reset, meanwhile.
     *
     * @param collection the collection
     * @return its lines
     */
    List<JournalEntry> journal(CollectionKey collection);

    /**
     * How many lines of a collection's journal are from before a moment. Asked once a day as a rule, when a round ends, and
     * should cost little where there are none; where there are some, the round drops them by a {@link StateChange.ForgetJournalBefore}.
     *
     * @param collection the collection
     * @param moment the moment, itself not included
     * @return the number; empty, as by default, if the store cannot tell or cannot drop them: then all lines are kept
     */
    default OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        return OptionalInt.empty();
    }

    /**
     * Why and until when a collection is left alone: what {@link #load} would say, without loading the rest. A store that can
     * tell more cheaply overrides this.
     *
     * @param collection the collection
     * @return its pause, or empty if it has none
     */
    default Optional<Pause> pause(CollectionKey collection) {
        return Optional.ofNullable(load(collection).pause());
    }

    /**
     * By which way into the mailbox a collection was synced before it moved (S22): what {@link #load} would say, without loading the
     * rest. Asked before every round while mailboxes move. A store that can tell more cheaply overrides this.
     *
     * @param collection the collection
     * @return the origin, or empty if it never moved or went back
     */
    default Optional<MoveOrigin> movedFrom(CollectionKey collection) {
        return Optional.ofNullable(load(collection).movedFrom());
    }

    /**
     * How much was deleted in all of an organization's collections of late. Asked only by rounds that would delete something. May
     * be as old as a few seconds.
     *
     * @param organization the organization
     * @param since from which moment on deletions count, itself included
     * @return the numbers; empty, as by default, if the store cannot tell: then no guard watches the organization as a whole (S13)
     */
    default Optional<OrganizationActivity> activity(OrganizationId organization, Instant since) {
        return Optional.empty();
    }
}
