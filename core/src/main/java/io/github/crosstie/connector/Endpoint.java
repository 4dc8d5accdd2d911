package io.github.crosstie.connector;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One user's records of one kind on one side. The second of the two types that an integrator implements.
 *
 * <p><b>Threads.</b> One thread at a time uses an endpoint; successive calls may come from different threads.
 *
 * <p><b>Repetition.</b> Every method may be called again with the same arguments. Reading calls have no effect on the
 * system. A repeated {@link #write} is made harmless by versions, tags and idempotency keys, not by remembering calls.
 *
 * <p><b>Trouble.</b> What concerns one record is a value in the answer. What concerns the whole endpoint is thrown:
 * {@link io.github.crosstie.fault.ThrottledException} when the system asks to be left alone until a moment,
 * {@link io.github.crosstie.fault.UnavailableException} when it does not answer for now,
 * {@link io.github.crosstie.fault.UnauthorizedException} when the credentials are refused,
 * {@link io.github.crosstie.fault.AccessBlockedException} when this way of access is switched off,
 * {@link io.github.crosstie.fault.MailboxUnavailableException} when the mailbox or folder moved or is gone,
 * {@link io.github.crosstie.fault.ContractBrokenException} when the system answers what it must not. The round ends there; its
 * progress is kept. An endpoint neither sleeps nor retries beyond one request's own reconnect: the engine schedules.
 *
 * <p>Nothing is null unless marked so. Collections handed in are immutable, those returned are taken over as they are.
 *
 * <p>The heart of a small one; {@code NotebookEndpoint} in the module of examples is the whole of it:
 *
 * <pre>{@code
 * public Capabilities capabilities() {
 *     return new Capabilities(new TreeSet<>(FIELDS), false, true, 10, 10);
 * }
 *
 * public ChangePage changes(@Nullable Cursor cursor) {
 *     List<Line> lines = notebook.lines();
 *     if (cursor == null) {
 *         List<Change> all = new ArrayList<>();
 *         notebook.latest().values().stream()
 *                 .filter(line -> line.item() != null)
 *                 .forEach(line -> all.add(change(line)));
 *         return new ChangePage(all, new Cursor("" + lines.size()), false, true); // everything, for certain
 *     }
 *     int from = Integer.parseInt(cursor.value());
 *     int to = Math.min(lines.size(), from + LINES_A_PAGE);
 *     List<Change> page = lines.subList(from, to).stream().map(this::change).toList();
 *     return new ChangePage(page, new Cursor("" + to), to < lines.size(), false);
 * }
 *
 * public List<ReadOutcome> read(Collection<ItemId> ids) {
 *     Map<ItemId, Line> latest = notebook.latest();
 *     return ids.stream().map(id -> outcome(id, latest.get(id))).toList(); // one for each id
 * }
 *
 * public List<WriteOutcome> write(List<Write> writes) {
 *     return writes.stream().map(this::write).toList(); // one for each write, in order
 * }
 * }</pre>
 */
public interface Endpoint {

    /**
     * Which side these records are on.
     *
     * @return the side of the {@link Connector} that opened it; always the same
     */
    Side side();

    /**
     * Which kind of record this is about.
     *
     * @return contacts or events, as asked of {@link Connector#open}; always the same
     */
    ItemKind kind();

    /**
     * What this side can do. One answer for the endpoint's whole life: a round object is made by it, and keeps to it however
     * often it is run. What the system can do from some day on takes effect with a new endpoint and a new round object. May
     * call out the first time it is asked; after that it is asked often and must not.
     *
     * @return the capabilities, constant over the endpoint's life
     */
    Capabilities capabilities();

    /**
     * What this endpoint really stands for. Asked at the start of every round, before anything is written.
     *
     * @return the identity of mailbox and folder, or of user and table; of the mailbox alone where only the first write
     *     makes the folder
     */
    ScopeIdentity scopeIdentity();

    /**
     * One page of what changed since a cursor, or of everything. The engine commits a page's cursor together with its
     * changes, so a page may be asked for again after a crash. Order does not matter; a record may appear several times, and
     * changes that were told before may be told again. A change must not be missing: whatever changed after the state that a
     * cursor stands for must come after that cursor. The engine's own writes may appear; it knows them by their version. Two things
     * may be left out: the engine's own writes, and records that came and went since the cursor. So the engine reads what it has
     * created and is not told of, which a page that tells of it spares.
     *
     * @param cursor where to go on, as an earlier page of this endpoint gave it; null for a listing of everything
     * @return the page; its {@code next} is never null, and where {@code more} is false it is the place from which the next
     *     round goes on
     * @throws io.github.crosstie.fault.CursorExpiredException if the cursor is no longer accepted; never for a null cursor
     */
    ChangePage changes(@Nullable Cursor cursor);

    /**
     * The present state of some records, as fresh as the system can give it. At most {@link Capabilities#readBatch} ids a call.
     *
     * @param ids ids of this side, each once, possibly of records long gone
     * @return one outcome for each id, in any order. {@link ReadOutcome.Absent} only when the system answered that the
     *     record is not there: a failed request is an exception, a record that cannot be parsed is
     *     {@link ReadOutcome.Unreadable}
     */
    List<ReadOutcome> read(Collection<ItemId> ids);

    /**
     * What became of some records that {@link #read} has found to be absent without knowing why, asked by the marks that they may have
     * been created with (S10). For sides that know a record's id no more once it is gone, but find what is deleted by its mark. Called
     * only if {@link Capabilities#correlation} is true, of at most {@link Capabilities#readBatch} records a call.
     *
     * @param marks for each record the tags of which it may carry one; it may also carry none
     * @return why the records are not there, as far as the side can tell now; those that it cannot tell of may be left out, as all
     *     are unless overridden
     */
    default Map<ItemId, Removal> removals(Map<ItemId, List<CorrelationTag>> marks) {
        return Map.of();
    }

    /**
     * The live records that carry one of some tags. Called only if {@link Capabilities#correlation} is true, after a write
     * whose answer was lost, at most {@link Capabilities#readBatch} tags a call.
     *
     * @param tags the tags, compared exactly
     * @return a line for each record found, none for tags that no record carries; two lines with one tag when a person
     *     copied a record
     */
    List<Tagged> find(Collection<CorrelationTag> tags);

    /**
     * By what some records are known beyond this system and this way into it: the UID of RFC 5545, which Microsoft Graph calls
     * iCalUId. Asked only when a mailbox moves to another way of access (S22), at most {@link Capabilities#readBatch} ids a call.
     *
     * @param ids ids of this side, each once
     * @return the UIDs of those that have one, by id; empty, as by default, if the system knows none, as for contacts
     */
    default Map<ItemId, String> uids(Collection<ItemId> ids) {
        return Map.of();
    }

    /**
     * Writes some records, each by itself: one that fails does not keep the others back. At most
     * {@link Capabilities#writeBatch} writes a call, each of another record. A write makes the system send mail to
     * attendees only if its {@link Write#notification} says so (S7).
     *
     * @param writes what to write
     * @return one outcome for each write, in the order of the writes. {@link WriteOutcome.Unknown} for each write that may or
     *     may not have happened
     * @throws io.github.crosstie.fault.CrosstieException only if none of the writes was sent
     */
    List<WriteOutcome> write(List<Write> writes);

    /**
     * What this side will really hold when it is given a value: cut to its length, trimmed, folded, rounded. A side that
     * keeps a field as it is returns the value itself. Pure and cheap, never calls out, from any thread; projecting twice
     * gives the same as once.
     *
     * @param field a field of {@link Capabilities#fields}
     * @param value a value of the field's type
     * @return the value as it will be read back, of the same type; null if nothing is left of it
     */
    default @Nullable Object project(Field<?> field, Object value) {
        return value;
    }

    /**
     * Why this side cannot hold a series as it is: its rule, an exception, a cancelled occurrence (S6). Such a series is neither
     * created nor updated here, and its counterpart is left alone as well, until one of them changes or the reason is gone. A
     * side that does not hold the field of a series at all declares it by its {@link Capabilities#fields}. Pure and cheap, never
     * calls out, from any thread.
     *
     * @param series an event with a recurrence, as this side would hold it after the write, in the fields of this side
     * @return the reason and what to do about it, without values of the record; empty if it can, as unless overridden
     */
    default Optional<String> cannotExpress(Item series) {
        return Optional.empty();
    }

    /**
     * The claim that the mailbox carries (S12), one for all kinds of record, wherever the endpoint keeps it: a person who uses
     * the mailbox need not see it. Asked of the mail side alone, only if {@link Capabilities#claims} is true, and only in
     * rounds that write.
     *
     * @return the claim, a released one included, exactly as it was last written; empty if there never was one
     */
    default Optional<MailboxClaim> readClaim() {
        return Optional.empty();
    }

    /**
     * Replaces the mailbox's claim, if it is still the expected one: the check and the write are one step for everybody who
     * claims the mailbox at the same time. May be called again after a lost answer; if the first call took effect, the second
     * one finds another claim than expected. Called under the same conditions as {@link #readClaim}.
     *
     * @param expected the claim that it carries, as it was read; null if it never carried one
     * @param claim the new one
     * @return what became of it; an endpoint without claims keeps none
     * @throws io.github.crosstie.fault.CrosstieException only if nothing was sent
     */
    default ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        return new ClaimOutcome.Conflict();
    }
}
