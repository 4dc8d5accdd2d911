package io.github.crosstie.memory;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What can go wrong on the engine's way to one user's records of one kind, and a count of what it did there. People's
 * own way is never disturbed. Thread-safe; hooks run on the engine's thread, outside of every lock, and may edit
 * records.
 *
 * <pre>{@code
 * InMemoryFaults faults = contacts.faults();
 * faults.failNext(new UnavailableException("no route"));                 // the next call fails before it has any effect
 * faults.throttleUntil(clock.instant().plusSeconds(90));                 // and assert later that calledTooEarly() is 0
 * faults.loseReplyOnce();                                                // written, but nobody hears of it
 * faults.beforeCall(3, () -> contacts.edit(ada, it -> it.set(NOTES, "meanwhile"))); // somebody edits
 * faults.truncateListingButClaimComplete(1);                             // the lie that a mass deletion starts with
 * faults.clear();                                                        // the world is well again
 * }</pre>
 */
public final class InMemoryFaults {

    private final RecordTable table;
    private final CallFaults calls;
    private final ListingFaults listings = new ListingFaults();
    private final WriteFaults writes = new WriteFaults();
    private final Set<ItemId> poisoned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reads = new AtomicInteger();

    InMemoryFaults(RecordTable table) {
        this.table = table;
        this.calls = new CallFaults(table::now);
    }

    // Calls

    /**
     * The next call fails as a whole, before it has any effect. Asked for several times, as many calls fail, one after
     * the other.
     *
     * @param failure what it throws
     */
    public void failNext(RuntimeException failure) {
        calls.fail(Objects.requireNonNull(failure, "failure"));
    }

    /**
     * Every call before a moment fails with a {@link io.github.crosstie.fault.ThrottledException} that names it.
     * Whoever calls again before it although it was told is counted by {@link #calledTooEarly}.
     *
     * @param moment when calls are welcome again, by the clock of the system
     */
    public void throttleUntil(Instant moment) {
        calls.closeUntil(Objects.requireNonNull(moment, "moment"));
    }

    /**
     * How many calls were made before the moment that {@link #throttleUntil} had told the engine; 0 for a well-behaved
     * one.
     *
     * @return the number of violations since the beginning
     */
    public int calledTooEarly() {
        return calls.tooEarly();
    }

    /**
     * Runs something just before one of the engine's next calls: a person's edit, another worker's round, an exception
     * that fails this call.
     *
     * @param number which of the calls from now on; 1 for the very next
     * @param hook what to run, once
     * @throws IllegalArgumentException if the number is smaller than 1
     */
    public void beforeCall(int number, Runnable hook) {
        if (number < 1) {
            throw new IllegalArgumentException("call " + number + " from now on: use 1 for the next one, or more");
        }
        calls.beforeCall(number, Objects.requireNonNull(hook, "hook"));
    }

    // Writes

    /**
     * Runs something just before each of the engine's writes: a person's edit, or an exception that ends the round
     * there.
     *
     * @param hook what to run; replaces the one before
     */
    public void beforeWrite(Consumer<Write> hook) {
        writes.beforeWrite(Objects.requireNonNull(hook, "hook"));
    }

    /** The next write is made, but its reply is lost. Asked for several times, as many replies are lost. */
    public void loseReplyOnce() {
        writes.loseReply();
    }

    /**
     * Answers writes instead of making them: rejected, deferred, whatever a system may say.
     *
     * @param answer gives the outcome of a write that is not made, empty for one that goes through; replaces the one
     *     before
     */
    public void rejectWrites(Function<Write, Optional<WriteOutcome>> answer) {
        writes.answer(Objects.requireNonNull(answer, "answer"));
    }

    /**
     * Refuses writes for good, as a validation rule does.
     *
     * @param which which writes
     * @param code the system's own code
     */
    public void rejectWrites(Predicate<Write> which, String code) {
        Objects.requireNonNull(which, "which");
        WriteOutcome rejected = new WriteOutcome.Rejected(code, "refused by " + code + "; correct the record", true);
        rejectWrites(write -> which.test(write) ? Optional.of(rejected) : Optional.empty());
    }

    /**
     * Puts every write off until a moment, without making it; from then on writes go through.
     *
     * @param moment when the system will take them, by its clock
     */
    public void deferWritesUntil(Instant moment) {
        WriteOutcome deferred = new WriteOutcome.Deferred(moment);
        rejectWrites(write -> table.now().isBefore(moment) ? Optional.of(deferred) : Optional.empty());
    }

    /**
     * From now on a creation that repeats the idempotency key of an earlier one makes nothing: it is answered with the
     * record of the earlier attempt and the tag that this carries, as long as it lives. A trait of the system, which
     * {@link #clear} leaves.
     */
    public void idempotentCreates() {
        writes.makeIdempotent();
    }

    // Listings

    /** The next call with a cursor that was given out before is refused: everything has to be listed again. */
    public void expireCursor() {
        listings.expire();
    }

    /**
     * Listings of everything show no more than the oldest records, and say that they are not complete.
     *
     * @param records how many they show; 0 or more
     */
    public void truncateListing(int records) {
        listings.truncate(records, false);
    }

    /**
     * Listings of everything show no more than the oldest records and <em>lie</em>: they claim to be complete. No
     * honest endpoint does that, broken servers do (F6).
     *
     * @param records how many they show; 0 or more
     */
    public void truncateListingButClaimComplete(int records) {
        listings.truncate(records, true);
    }

    /**
     * The next page ends with a record as it was told once before, however much it has changed since, as delta feeds do
     * now and then.
     *
     * @param record the record as it was
     */
    public void replay(RemoteItem record) {
        listings.replay(Objects.requireNonNull(record, "record"));
    }

    /**
     * Pages of changes begin with entries that earlier pages told already.
     *
     * @param entries how many; 0 for none again
     */
    public void replayLast(int entries) {
        listings.rewind(entries);
    }

    /**
     * Pages tell their entries in any order.
     *
     * @param seed which order
     */
    public void reorderPages(long seed) {
        listings.reorder(seed);
    }

    /** Pages tell each entry twice. */
    public void duplicateEntries() {
        listings.duplicate();
    }

    /**
     * Records that are created from now on, by whomever, are read by their id at once, but neither listed nor found by
     * tag for some polls, as eventually consistent systems do (F22).
     *
     * @param polls for how many calls of {@code changes}; 0 for no lag
     */
    public void lag(int polls) {
        table.feed().lag(polls);
    }

    /**
     * From now on pages of changes tell nothing of records that came and went since the page before, as Exchange does: whoever
     * knows such a record from elsewhere is not told that it is gone. A trait of the system, which {@link #clear} leaves.
     */
    public void omitBriefRecords() {
        table.feed().omitBrief();
    }

    // Records

    /**
     * A record cannot be parsed any more: reads answer {@code Unreadable}, pages tell of it without carrying it.
     *
     * @param id the record
     */
    public void poison(ItemId id) {
        poisoned.add(Objects.requireNonNull(id, "id"));
    }

    /**
     * A record can be parsed again.
     *
     * @param id the record
     */
    public void heal(ItemId id) {
        poisoned.remove(id);
    }

    /**
     * From its next save on a record holds no more than what is left of its values. A trait of the system, which {@link
     * #clear} leaves.
     *
     * @param projection what is really held of a value; idempotent, and told to the engine as the endpoint's projection
     */
    public void lossy(Projection projection) {
        table.project(Objects.requireNonNull(projection, "projection"));
    }

    /**
     * The system's own clock, which stamps records, is wrong.
     *
     * @param ahead how far it is ahead; negative for behind
     */
    public void skewClock(Duration ahead) {
        table.skew(Objects.requireNonNull(ahead, "ahead"));
    }

    /**
     * The mailbox is created anew or moves to another server: it has another identity, all live records have new ids
     * and versions, contents and tags stay, cursors are worth nothing any more (F9).
     */
    public void recreate() {
        listings.expire();
        table.recreate(true);
    }

    /** As {@link #recreate}, but the migration lost the engine's marks on the way. */
    public void recreateWithoutTags() {
        listings.expire();
        table.recreate(false);
    }

    /**
     * Takes all hooks and faults away. What has happened stays: counts, expired cursors, a mailbox created anew,
     * records that are still waiting to be listed; and so do the system's traits, {@link #lossy}, {@link
     * #idempotentCreates} and {@link #omitBriefRecords}.
     */
    public void clear() {
        calls.clear();
        writes.clear();
        listings.clear();
        poisoned.clear();
        table.feed().lag(0);
        table.skew(Duration.ZERO);
    }

    // Counts

    /**
     * How many requests the engine made: pages, reads, look-ups and writes.
     *
     * @return the number of calls
     */
    public int calls() {
        return calls.calls();
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
        return writes.writes();
    }

    // For the endpoint

    void enter() {
        calls.enter();
    }

    void read(int records) {
        reads.addAndGet(records);
    }

    boolean isPoisoned(ItemId id) {
        return !poisoned.isEmpty() && poisoned.contains(id);
    }

    boolean poisonsNobody() {
        return poisoned.isEmpty();
    }

    ListingFaults listings() {
        return listings;
    }

    WriteFaults onWrites() {
        return writes;
    }
}
