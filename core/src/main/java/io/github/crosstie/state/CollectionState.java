package io.github.crosstie.state;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A working copy of one collection's state: what a store loads, what a round plans on, and what a dry run changes in place of
 * the store. Changed by {@link StateChange}s alone. Not thread-safe; views it returns are unmodifiable and live.
 */
public final class CollectionState {

    private final LinkTable links;
    private final ObservationTable observations;
    private final TombstoneTable tombstones;
    private final ForkingMap<LinkId, Intent> intents;
    private final ForkingMap<RecordKey, RecordKey> detached;
    private final ForkingMap<RecordKey, AwaitedEcho> echoes;
    private final Map<Side, Cursor> cursors = new EnumMap<>(Side.class);
    private final Map<Side, ScopeIdentity> scopes = new EnumMap<>(Side.class);
    private final Map<Side, ForkingMap<ItemId, ItemId>> scans = new EnumMap<>(Side.class);

    private final Safeguards safeguards;
    private final ScopeMemory memory;

    private CollectionState() {
        links = new LinkTable();
        observations = new ObservationTable();
        tombstones = new TombstoneTable();
        intents = new ForkingMap<>();
        detached = new ForkingMap<>();
        echoes = new ForkingMap<>();
        safeguards = new Safeguards();
        memory = new ScopeMemory();
    }

    private CollectionState(CollectionState other) {
        links = other.links.fork();
        observations = other.observations.fork();
        tombstones = other.tombstones.fork();
        intents = other.intents.fork();
        detached = other.detached.fork();
        echoes = other.echoes.fork();
        safeguards = other.safeguards.fork();
        memory = other.memory.fork();
        cursors.putAll(other.cursors);
        scopes.putAll(other.scopes);
        other.scans.forEach((side, ids) -> scans.put(side, ids.fork()));
    }

    /**
     * The state of a collection that was never synced.
     *
     * @return an empty state
     */
    public static CollectionState empty() {
        return new CollectionState();
    }

    /**
     * Another working copy with the same contents. Costs the same whatever it holds: copies share what none of them has changed.
     *
     * @return a copy that changes by itself
     */
    public CollectionState copy() {
        return new CollectionState(this);
    }

    /**
     * Makes changes, in their order.
     *
     * @param changes the changes
     * @throws io.github.crosstie.fault.ContractBrokenException if a link would take a record that another link has
     */
    public void apply(List<StateChange> changes) {
        changes.forEach(this::apply);
    }

    private void apply(StateChange change) {
        if (safeguards.apply(change)) {
            return;
        }
        if (change instanceof StateChange.PutLink put) {
            links.put(put.link());
            memory.linked(put.link());
        } else if (change instanceof StateChange.RemoveLink remove) {
            links.remove(remove.id());
            memory.unlinked(remove.id());
        } else if (change instanceof StateChange.PutTombstone put) {
            tombstones.put(put.tombstone());
        } else if (change instanceof StateChange.RemoveTombstone remove) {
            tombstones.remove(remove.link());
        } else if (change instanceof StateChange.PutIntent put) {
            intents.put(put.intent().link(), put.intent());
        } else if (change instanceof StateChange.RemoveIntent remove) {
            intents.remove(remove.link());
        } else if (change instanceof StateChange.Observe observe) {
            observations.put(observe.observation());
        } else if (change instanceof StateChange.ClearObservation clear) {
            observations.remove(clear.key());
        } else if (change instanceof StateChange.Detach detach) {
            detached.put(detach.key(), detach.key());
        } else if (change instanceof StateChange.Reattach reattach) {
            detached.remove(reattach.key());
        } else {
            applyToSide(change);
        }
    }

    private void applyToSide(StateChange change) {
        if (change instanceof StateChange.SetCursor set) {
            cursors.put(set.side(), set.cursor());
        } else if (change instanceof StateChange.SetScope set) {
            scopes.put(set.side(), set.identity());
        } else if (change instanceof StateChange.BeginScan begin) {
            scans.put(begin.side(), new ForkingMap<>());
            cursors.remove(begin.side());
        } else if (change instanceof StateChange.MarkScanned mark) {
            ForkingMap<ItemId, ItemId> scan = scans.computeIfAbsent(mark.side(), side -> new ForkingMap<>());
            mark.ids().forEach(id -> scan.put(id, id));
        } else if (change instanceof StateChange.EndScan end) {
            scans.remove(end.side());
        } else if (change instanceof StateChange.AwaitEcho await) {
            echoes.put(await.echo().key(), await.echo());
        } else if (change instanceof StateChange.ForgetEcho forget) {
            echoes.remove(forget.key());
        } else if (!memory.take(change) && !isOfTheJournal(change)) {
            throw new IllegalArgumentException("no state can take " + change.getClass() + "; teach it how");
        }
    }

    /** The journal is kept by the store alone: no round reads it. */
    private static boolean isOfTheJournal(StateChange change) {
        return change instanceof StateChange.Journal || change instanceof StateChange.ForgetJournalBefore;
    }

    /**
     * All links.
     *
     * @return the links, by id
     */
    public Collection<Link> links() {
        return links.all();
    }

    /**
     * A link by id.
     *
     * @param id its id
     * @return the link, or empty
     */
    public Optional<Link> link(LinkId id) {
        return links.byId(id);
    }

    /**
     * The link of a record.
     *
     * @param key the record
     * @return its link, or empty if it has none
     */
    public Optional<Link> linkOf(RecordKey key) {
        return links.byRecord(key);
    }

    /**
     * The link that tried to create a record.
     *
     * @param tag the mark of the attempt
     * @return the link, or empty if no open attempt has that mark
     */
    public Optional<Link> linkOf(CorrelationTag tag) {
        return links.byAttempt(tag);
    }

    /**
     * The links whose second half is still to be created.
     *
     * @return the links, by id
     */
    public List<Link> halfLinks() {
        return links.halves();
    }

    /**
     * The links of which a write may still arrive.
     *
     * @return the links, by id
     */
    public List<Link> uncertainLinks() {
        return links.uncertain();
    }

    /**
     * What is left of ended links of which an attempt may still arrive.
     *
     * @return the tombstones, by link
     */
    public Collection<Tombstone> tombstones() {
        return tombstones.all();
    }

    /**
     * What is left of the ended link that tried to create a record.
     *
     * @param tag the mark of the attempt
     * @return the tombstone, or empty if no such attempt may still arrive
     */
    public Optional<Tombstone> tombstoneOf(CorrelationTag tag) {
        return tombstones.byAttempt(tag);
    }

    /**
     * The open intents.
     *
     * @return the intents, by link
     */
    public Collection<Intent> intents() {
        return Collections.unmodifiableCollection(intents.values());
    }

    /**
     * The open intent of a link.
     *
     * @param link the link
     * @return the intent, or empty
     */
    public Optional<Intent> intent(LinkId link) {
        return Optional.ofNullable(intents.get(link));
    }

    /**
     * All observations, as they are now.
     *
     * @return the observations, by record
     */
    public Collection<Observation> observations() {
        return observations.all();
    }

    /**
     * The observation of a record.
     *
     * @param key the record
     * @return the observation, or null if the record is settled or unknown
     */
    public @Nullable Observation observation(RecordKey key) {
        return observations.get(key);
    }

    /**
     * The observations to be looked at: those that do not wait, or wait no longer.
     *
     * @param now the present moment
     * @return the observations, by record
     */
    public List<Observation> awake(Instant now) {
        return observations.awake(now, null, Integer.MAX_VALUE);
    }

    /**
     * Some of the observations to be looked at, so that much work can be done in parts.
     *
     * @param now the present moment
     * @param after the record after which to begin, in the order of records; null for the first
     * @param most how many at most; 0 or more
     * @return the observations, by record
     */
    public List<Observation> awake(Instant now, @Nullable RecordKey after, int most) {
        return observations.awake(now, after, most);
    }

    /**
     * The observations that wait for a record with one of some keys.
     *
     * @param keys the keys
     * @return the observations, by record
     */
    public List<Observation> waitingFor(Collection<String> keys) {
        return observations.waitingFor(keys);
    }

    /**
     * Whether a record is detached (S11).
     *
     * @param key the record
     * @return true if it carries the mark
     */
    public boolean isDetached(RecordKey key) {
        return detached.containsKey(key);
    }

    /**
     * The detached records (S11).
     *
     * @return their keys
     */
    public Set<RecordKey> detached() {
        return Collections.unmodifiableSet(detached.keySet());
    }

    /**
     * The records that are linked and of which their sides' change streams have not told.
     *
     * @return what is awaited, by record
     */
    public Collection<AwaitedEcho> echoes() {
        return Collections.unmodifiableCollection(echoes.values());
    }

    /**
     * Whether a record is linked of which its side's change stream has not told.
     *
     * @param key the record
     * @return true if its echo is awaited
     */
    public boolean isEchoAwaited(RecordKey key) {
        return echoes.containsKey(key);
    }

    /**
     * A side's place in its change stream.
     *
     * @param side the side
     * @return the cursor, or null before the first page of a listing of everything
     */
    public @Nullable Cursor cursor(Side side) {
        return cursors.get(side);
    }

    /**
     * What a side stood for when it was last looked at.
     *
     * @param side the side
     * @return its identity, or null before the first round
     */
    public @Nullable ScopeIdentity scope(Side side) {
        return scopes.get(side);
    }

    /**
     * The records seen in the listing of everything that is under way.
     *
     * @param side the side
     * @return their ids, or null if no such listing is under way
     */
    public @Nullable Set<ItemId> scanned(Side side) {
        ForkingMap<ItemId, ItemId> scanned = scans.get(side);
        return scanned == null ? null : Collections.unmodifiableSet(scanned.keySet());
    }

    /**
     * The deletions noted of late, made or about to be made (S13). Older ones than any window reaches back to may be among them.
     *
     * @return the lines, by link
     */
    public Collection<DeletionLine> deletions() {
        return safeguards.deletions();
    }

    /**
     * How many deletions were noted since a moment (S13).
     *
     * @param moment the moment, itself included
     * @return their number
     */
    public int deletionsSince(Instant moment) {
        return safeguards.deletionsSince(moment);
    }

    /**
     * The deletions that wait for a person (S11, S13).
     *
     * @return the hold; empty if nothing is held
     */
    public Hold hold() {
        return safeguards.hold();
    }

    /**
     * The records that could not be written or read (S15).
     *
     * @return the entries, by record
     */
    public Collection<QuarantineEntry> quarantine() {
        return safeguards.quarantine();
    }

    /**
     * The quarantine of a record.
     *
     * @param key the record
     * @return its entry, or null if it is not in quarantine by itself; it may be the counterpart of one that is
     */
    public @Nullable QuarantineEntry quarantine(RecordKey key) {
        return safeguards.quarantine(key);
    }

    /**
     * Why and until when the whole collection is left alone.
     *
     * @return the pause, or null if the last round ended well
     */
    public @Nullable Pause pause() {
        return safeguards.pause();
    }

    /**
     * The epoch of the mailbox's claim that this collection holds or was about to write (S12).
     *
     * @return the epoch, or null if it never claimed the mailbox or has released it
     */
    public @Nullable Long claimEpoch() {
        return memory.claimEpoch();
    }

    /**
     * What was linked once and may still be there (S14, S20).
     *
     * @return the hints, by the id of their former link
     */
    public Collection<Hint> hints() {
        return memory.hints().all();
    }

    /**
     * What hashed the values that hints hold of lost records.
     *
     * @return the hashers, one for each key; empty if values are kept, or no hint was ever hashed
     */
    public Set<ValueHasher> hintHashers() {
        return memory.hints().hashers();
    }

    /**
     * The hint of a record.
     *
     * @param key the record
     * @return the hint, or empty if it never was linked, or is linked
     */
    public Optional<Hint> hintOf(RecordKey key) {
        return memory.hints().byRecord(key);
    }

    /**
     * Whether a side was created anew and its records are still looking for their counterparts (F9).
     *
     * @return true until both sides were listed whole and nothing was left to do
     */
    public boolean isRelinking() {
        return memory.isRelinking();
    }

    /**
     * How the last round ended, and when one went through last (S18).
     *
     * @return the last round, or null before the first has ended
     */
    public @Nullable LastRound lastRound() {
        return memory.lastRound();
    }

    /**
     * By which settings the collection was synced last (S14).
     *
     * @return the settings, or null before the first round
     */
    public @Nullable ScopeSettings settings() {
        return memory.settings();
    }

    /**
     * The settings before the latest change of them.
     *
     * @return the settings, or null if they never changed
     */
    public @Nullable ScopeSettings formerSettings() {
        return memory.formerSettings();
    }

    /**
     * The links of which nobody has decided yet whether the latest change of settings puts them out of scope (S14).
     *
     * @return their ids, in order
     */
    public Set<LinkId> unjudged() {
        return memory.unjudged();
    }

    /**
     * Whether a link is one of {@link #unjudged}.
     *
     * @param link its id
     * @return true if it is
     */
    public boolean isUnjudged(LinkId link) {
        return memory.unjudged().contains(link);
    }

    /**
     * By which way into the mailbox the collection was synced before it moved (S22).
     *
     * @return the origin, or null if it never moved or went back
     */
    public @Nullable MoveOrigin movedFrom() {
        return memory.move().origin();
    }

    /**
     * The id that a link's mailbox record had before the move (S22).
     *
     * @param link the link
     * @return the id; empty if the link is younger than the move, or the move is retired
     */
    public Optional<ItemId> formerId(LinkId link) {
        return memory.move().formerId(link);
    }

    /**
     * The ids that the mailbox's records had before the move (S22).
     *
     * @return the ids, by link; empty if the collection never moved, or the move is retired
     */
    public Collection<FormerId> formerIds() {
        return memory.move().formerIds();
    }
}
