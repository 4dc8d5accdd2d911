package io.github.crosstie.memory;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What can go wrong on the engine's way to one user's records, and a count of what it did there. Thread-safe.
 *
 * <pre>{@code
 * contacts.faults().loseNextAnswer();
 * contacts.faults().beforeWrite(write -> contacts.edit(ada, contact -> contact.set(NOTES, "meanwhile")));
 * }</pre>
 */
public final class InMemoryFaults {

    private volatile Consumer<Write> beforeWrite = write -> {};
    private volatile Function<Write, Optional<WriteOutcome>> refusal = write -> Optional.empty();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Deque<RemoteItem> repeated = new ArrayDeque<>();
    private volatile int listed = Integer.MAX_VALUE;
    private final AtomicInteger cursorAge = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    InMemoryFaults() {}

    /**
     * Runs something just before each of the engine's writes: a person's edit, or an exception that ends the round there.
     *
     * @param hook what to run
     */
    public void beforeWrite(Consumer<Write> hook) {
        beforeWrite = Objects.requireNonNull(hook, "hook");
    }

    /**
     * Refuses writes: those for which the function gives an outcome are not made.
     *
     * @param refusal gives the outcome of a refused write, empty for one that goes through
     */
    public void refuse(Function<Write, Optional<WriteOutcome>> refusal) {
        this.refusal = Objects.requireNonNull(refusal, "refusal");
    }

    /** The next write is made, but its answer is lost. Called several times, so many answers are lost. */
    public void loseNextAnswer() {
        lostAnswers.incrementAndGet();
    }

    /**
     * The next call fails as a whole, before it has any effect.
     *
     * @param failure what it throws
     */
    public void failNextCall(RuntimeException failure) {
        synchronized (failures) {
            failures.add(Objects.requireNonNull(failure, "failure"));
        }
    }

    /** All cursors given out so far are no longer accepted. */
    public void expireCursors() {
        cursorAge.incrementAndGet();
    }

    /**
     * The next page of changes ends with a record as it was told once before, however much it has changed since, as delta feeds
     * do now and then.
     *
     * @param record the record as it was
     */
    public void tellAgain(RemoteItem record) {
        synchronized (repeated) {
            repeated.add(Objects.requireNonNull(record, "record"));
        }
    }

    /**
     * Listings of everything show no more than the oldest records, and do not claim to be complete.
     *
     * @param records how many they show; 0 or more
     */
    public void cutListings(int records) {
        listed = records;
    }

    /** Takes all hooks and pending faults away; cursors stay expired, counts stay. */
    public void clear() {
        beforeWrite = write -> {};
        refusal = write -> Optional.empty();
        lostAnswers.set(0);
        listed = Integer.MAX_VALUE;
        synchronized (repeated) {
            repeated.clear();
        }
        synchronized (failures) {
            failures.clear();
        }
    }

    /**
     * How many requests the engine made: pages, reads, look-ups and writes.
     *
     * @return the number of calls
     */
    public int calls() {
        return calls.get();
    }

    /**
     * How many records the engine read by id.
     *
     * @return the number of records
     */
    public int reads() {
        return reads.get();
    }

    /**
     * How many writes took effect.
     *
     * @return the number of records created, changed and deleted by the engine
     */
    public int writes() {
        return writes.get();
    }

    void enter() {
        calls.incrementAndGet();
        RuntimeException failure;
        synchronized (failures) {
            failure = failures.poll();
        }
        if (failure != null) {
            throw failure;
        }
    }

    void read(int records) {
        reads.addAndGet(records);
    }

    Optional<WriteOutcome> before(Write write) {
        beforeWrite.accept(write);
        return refusal.apply(write);
    }

    WriteOutcome after(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Written) {
            writes.incrementAndGet();
        }
        boolean lost = lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        return lost ? new WriteOutcome.Unknown("the connection was closed before the answer") : outcome;
    }

    /** Takes the records to tell again. */
    List<RemoteItem> repeated() {
        synchronized (repeated) {
            List<RemoteItem> taken = List.copyOf(repeated);
            repeated.clear();
            return taken;
        }
    }

    /** How many records a listing of everything shows at most. */
    int listed() {
        return listed;
    }

    int cursorAge() {
        return cursorAge.get();
    }
}
