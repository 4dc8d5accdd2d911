package io.github.crosstie.testkit;

import io.github.crosstie.fault.FencedException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A state store that fails, or dies with its whole process, at a commit of the test's choice: before its effect or
 * after it (F14). Wraps any store. Thread-safe.
 *
 * <pre>{@code
 * FailingStore store = FailingStore.around(InMemoryStateStore.create());
 * store.failAt(3, FailingStore.When.AFTER);  // the third commit from now on is stored, but its answer is lost
 * store.dieAt(5, FailingStore.When.BEFORE);  // at the fifth the process dies; no lease is given back
 *
 * store.recover();                           // the disk is well again, a new process has started
 * }</pre>
 */
public final class FailingStore implements StateStore {

    /** On which side of a commit it happens. */
    public enum When {
        /** Nothing of the commit is stored. */
        BEFORE,
        /** All of the commit is stored, but nobody hears of it. */
        AFTER
    }

    private enum Trouble {
        NONE,
        FAIL_ONCE,
        FAIL_FROM_THEN_ON,
        DIE
    }

    private final StateStore store;
    private Trouble trouble = Trouble.NONE;
    private When when = When.BEFORE;
    private int troubledCommit;
    private int commits;
    private boolean failed;
    private boolean dead;

    private FailingStore(StateStore store) {
        this.store = store;
    }

    /**
     * A store that does not fail yet.
     *
     * @param store where the state really is
     * @return the store around it
     */
    public static FailingStore around(StateStore store) {
        return new FailingStore(Objects.requireNonNull(store, "store"));
    }

    /**
     * One commit fails with an {@link UnavailableException}, the next ones go through.
     *
     * @param commit which from now on; 1 for the next
     * @param when before or after its effect
     * @throws IllegalArgumentException if the commit is smaller than 1
     */
    public void failAt(int commit, When when) {
        plan(Trouble.FAIL_ONCE, commit, when);
    }

    /**
     * All commits from one on fail with an {@link UnavailableException}, without effect: the disk is full, or
     * read-only.
     *
     * @param commit which from now on; 1 for the next
     * @throws IllegalArgumentException if the commit is smaller than 1
     */
    public void failFrom(int commit) {
        plan(Trouble.FAIL_FROM_THEN_ON, commit, When.BEFORE);
    }

    /**
     * The process dies at a commit, with a {@link Death}. From then on nobody reaches the store, which keeps the dead
     * process's lease, until {@link #recover}.
     *
     * @param commit which from now on; 1 for the next
     * @param when before or after its effect
     * @throws IllegalArgumentException if the commit is smaller than 1
     */
    public void dieAt(int commit, When when) {
        plan(Trouble.DIE, commit, when);
    }

    /**
     * The store is well again, and reached by a new process. A lease that a dead process held lasts until it runs out.
     */
    public synchronized void recover() {
        trouble = Trouble.NONE;
        failed = false;
        dead = false;
    }

    /**
     * Whether the trouble has come.
     *
     * @return true from the first failing commit until {@link #recover}
     */
    public synchronized boolean hasFailed() {
        return failed;
    }

    /**
     * How many commits were tried.
     *
     * @return the number, failed ones included
     */
    public synchronized int commits() {
        return commits;
    }

    private synchronized void plan(Trouble planned, int commit, When moment) {
        if (commit < 1) {
            throw new IllegalArgumentException("commit " + commit + " from now on: use 1 for the next one, or more");
        }
        trouble = planned;
        when = Objects.requireNonNull(moment, "when");
        troubledCommit = commits + commit;
    }

    @Override
    public synchronized void commit(Fence fence, List<StateChange> changes) {
        requireAlive();
        commits++;
        boolean troubled = trouble == Trouble.FAIL_FROM_THEN_ON
                ? commits >= troubledCommit
                : trouble != Trouble.NONE && commits == troubledCommit;
        if (!troubled) {
            store.commit(fence, changes);
            return;
        }
        if (when == When.AFTER) {
            store.commit(fence, changes);
        }
        failed = true;
        if (trouble == Trouble.DIE) {
            dead = true;
            throw new Death(commits, when);
        }
        throw new UnavailableException("commit " + commits + " failed " + (when == When.AFTER ? "after" : "before")
                + " its effect, as the test wants it");
    }

    private synchronized void requireAlive() {
        if (dead) {
            throw new UnavailableException("the process is dead; recover() starts a new one");
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
        if (last.stream().allMatch(change -> change instanceof StateChange.EndRound)) {
            store.release(fence, last);
            return;
        }
        try {
            commit(fence, last);
        } catch (FencedException overtaken) {
            return;
        } finally {
            release(fence);
        }
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        requireAlive();
        return store.load(collection);
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        requireAlive();
        return store.journal(collection);
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        requireAlive();
        return store.journalLinesBefore(collection, moment);
    }

    /** The process dies here: an error, so that nobody takes it for a failure that one can go on from. */
    public static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death(int commit, When when) {
            super("the process died " + (when == When.AFTER ? "after" : "before") + " commit " + commit
                    + ", as the test wants it");
        }
    }
}
