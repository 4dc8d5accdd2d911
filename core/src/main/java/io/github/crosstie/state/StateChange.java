package io.github.crosstie.state;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change of a collection's state. Several of them are committed together or not at all. Repeating one changes nothing. */
public sealed interface StateChange {

    /**
     * Stores a link in place of the one with its id.
     *
     * @param link the link
     */
    record PutLink(Link link) implements StateChange {
        /** Requires the link. */
        public PutLink {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * Forgets a link.
     *
     * @param id its id
     */
    record RemoveLink(LinkId id) implements StateChange {
        /** Requires the id. */
        public RemoveLink {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * Remembers an ended link of which an attempt may still arrive.
     *
     * @param tombstone what is left of it
     */
    record PutTombstone(Tombstone tombstone) implements StateChange {
        /** Requires the tombstone. */
        public PutTombstone {
            Objects.requireNonNull(tombstone, "tombstone");
        }
    }

    /**
     * Forgets an ended link: none of its attempts can arrive any more.
     *
     * @param link the id that the link had
     */
    record RemoveTombstone(LinkId link) implements StateChange {
        /** Requires the link. */
        public RemoveTombstone {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * Announces a remote write, in place of any other intent of the link.
     *
     * @param intent the intent
     */
    record PutIntent(Intent intent) implements StateChange {
        /** Requires the intent. */
        public PutIntent {
            Objects.requireNonNull(intent, "intent");
        }
    }

    /**
     * Ends a link's intent: its outcome is certain.
     *
     * @param link the link
     */
    record RemoveIntent(LinkId link) implements StateChange {
        /** Requires the link. */
        public RemoveIntent {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * Stores an observation in place of the record's earlier one.
     *
     * @param observation the observation
     */
    record Observe(Observation observation) implements StateChange {
        /** Requires the observation. */
        public Observe {
            Objects.requireNonNull(observation, "observation");
        }
    }

    /**
     * Forgets a record's observation: it is settled.
     *
     * @param key the record
     */
    record ClearObservation(RecordKey key) implements StateChange {
        /** Requires the key. */
        public ClearObservation {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * A record is linked of which its side's change stream has not told, in place of an earlier echo of it (G5).
     *
     * @param echo what is awaited
     */
    record AwaitEcho(AwaitedEcho echo) implements StateChange {
        /** Requires the echo. */
        public AwaitEcho {
            Objects.requireNonNull(echo, "echo");
        }
    }

    /**
     * A record's echo came, or nobody waits for it any more.
     *
     * @param key the record
     */
    record ForgetEcho(RecordKey key) implements StateChange {
        /** Requires the key. */
        public ForgetEcho {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Marks a record as detached: neither matched nor created again (S11).
     *
     * @param key the record
     */
    record Detach(RecordKey key) implements StateChange {
        /** Requires the key. */
        public Detach {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Takes the mark of a detached record away.
     *
     * @param key the record
     */
    record Reattach(RecordKey key) implements StateChange {
        /** Requires the key. */
        public Reattach {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Moves a side's place in its change stream. Always in the commit that stores what was observed up to there.
     *
     * @param side the side
     * @param cursor the place
     */
    record SetCursor(Side side, Cursor cursor) implements StateChange {
        /** Requires both parts. */
        public SetCursor {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(cursor, "cursor");
        }
    }

    /**
     * Remembers which mailbox or table a side stands for.
     *
     * @param side the side
     * @param identity its identity
     */
    record SetScope(Side side, ScopeIdentity identity) implements StateChange {
        /** Requires both parts. */
        public SetScope {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(identity, "identity");
        }
    }

    /**
     * A listing of everything begins: no record has been seen in it, and its first page is not yet read.
     *
     * @param side the side
     */
    record BeginScan(Side side) implements StateChange {
        /** Requires the side. */
        public BeginScan {
            Objects.requireNonNull(side, "side");
        }
    }

    /**
     * Records were seen in the listing of everything that is under way.
     *
     * @param side the side
     * @param ids their ids
     */
    record MarkScanned(Side side, Set<ItemId> ids) implements StateChange {
        /** Copies the ids. */
        public MarkScanned {
            Objects.requireNonNull(side, "side");
            ids = Set.copyOf(ids);
        }
    }

    /**
     * The listing of everything is through.
     *
     * @param side the side
     */
    record EndScan(Side side) implements StateChange {
        /** Requires the side. */
        public EndScan {
            Objects.requireNonNull(side, "side");
        }
    }

    /**
     * Adds a line to the journal. The one change that is not idempotent by itself: it stands in the commit
     * that ends the intent of the overwriting write.
     *
     * @param entry the line
     */
    record Journal(JournalEntry entry) implements StateChange {
        /** Requires the line. */
        public Journal {
            Objects.requireNonNull(entry, "entry");
        }
    }

    /**
     * Drops the lines of the journal that are older than they are kept. Given only to stores that told how many they are
     * ({@link StateStore#journalLinesBefore}).
     *
     * @param moment those before it
     */
    record ForgetJournalBefore(Instant moment) implements StateChange {
        /** Requires the moment. */
        public ForgetJournalBefore {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /**
     * Notes a deletion that is about to be made, in place of an earlier line of the link (S13).
     *
     * @param line the line
     */
    record LogDeletion(DeletionLine line) implements StateChange {
        /** Requires the line. */
        public LogDeletion {
            Objects.requireNonNull(line, "line");
        }
    }

    /**
     * Strikes a deletion out that certainly was not made.
     *
     * @param link the link that it was noted for
     */
    record ForgetDeletion(LinkId link) implements StateChange {
        /** Requires the link. */
        public ForgetDeletion {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * Strikes deletions out that no window reaches back to.
     *
     * @param moment those before it
     */
    record ForgetDeletionsBefore(Instant moment) implements StateChange {
        /** Requires the moment. */
        public ForgetDeletionsBefore {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /**
     * Stores which deletions are held, in place of what was held before (S11, S13).
     *
     * @param hold the hold
     */
    record PutHold(Hold hold) implements StateChange {
        /** Requires the hold. */
        public PutHold {
            Objects.requireNonNull(hold, "hold");
        }
    }

    /**
     * Puts a record in quarantine, in place of an earlier entry of it (S15).
     *
     * @param entry the entry
     */
    record PutQuarantine(QuarantineEntry entry) implements StateChange {
        /** Requires the entry. */
        public PutQuarantine {
            Objects.requireNonNull(entry, "entry");
        }
    }

    /**
     * Lets a record out of quarantine.
     *
     * @param key the record
     */
    record RemoveQuarantine(RecordKey key) implements StateChange {
        /** Requires the key. */
        public RemoveQuarantine {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Leaves the collection alone until a moment, in place of an earlier pause.
     *
     * @param pause the pause
     */
    record PutPause(Pause pause) implements StateChange {
        /** Requires the pause. */
        public PutPause {
            Objects.requireNonNull(pause, "pause");
        }
    }

    /** Ends the collection's pause. */
    record RemovePause() implements StateChange {}

    /**
     * Remembers the mailbox's claim, before it is written (S12).
     *
     * @param epoch its epoch, 1 or more
     */
    record RememberClaim(long epoch) implements StateChange {
        /**
         * Checks the epoch.
         *
         * @throws IllegalArgumentException if it is smaller than 1
         */
        public RememberClaim {
            if (epoch < 1) {
                throw new IllegalArgumentException("claim epoch " + epoch + ": use 1 or more");
            }
        }
    }

    /** The mailbox's claim was released, or was never got (S12). */
    record ForgetClaim() implements StateChange {}

    /**
     * Remembers what was linked once, in place of other hints of its records. Storing a link drops the hints of its records.
     *
     * @param hint the hint
     */
    record PutHint(Hint hint) implements StateChange {
        /** Requires the hint. */
        public PutHint {
            Objects.requireNonNull(hint, "hint");
        }
    }

    /**
     * Forgets what was linked once.
     *
     * @param link the id of the former link
     */
    record RemoveHint(LinkId link) implements StateChange {
        /** Requires the id. */
        public RemoveHint {
            Objects.requireNonNull(link, "link");
        }
    }

    /** A side was created anew: nothing is deleted until its records have found their counterparts (F9). */
    record BeginRelink() implements StateChange {}

    /** Both sides were listed whole after a side was created anew, and nothing was left to do (F9). */
    record EndRelink() implements StateChange {}

    /**
     * Remembers by which settings the collection is synced from now on, and those before (S14). Where links are still
     * to be judged by earlier ones, these stay. Settings that are remembered already are a beginning: unless links
     * are still to be judged, the former ones are forgotten.
     *
     * @param settings the settings
     */
    record ChangeSettings(ScopeSettings settings) implements StateChange {
        /** Requires the settings. */
        public ChangeSettings {
            Objects.requireNonNull(settings, "settings");
        }
    }

    /**
     * A link is to be judged: whether a change of settings puts it out of scope (S14).
     *
     * @param link the link
     */
    record AwaitJudgement(LinkId link) implements StateChange {
        /** Requires the link. */
        public AwaitJudgement {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * A link was judged: from here on it leaves the scope by edits or time alone (S10, S14).
     *
     * @param link the link
     */
    record Judge(LinkId link) implements StateChange {
        /** Requires the link. */
        public Judge {
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * A round has ended (S18).
     *
     * @param at when
     * @param stop why it did not do all there was to do; null if it went through
     */
    record EndRound(Instant at, @Nullable StopReason stop) implements StateChange {
        /** Requires the moment. */
        public EndRound {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The collection is synced by another way into its mailbox from now on (S22).
     *
     * @param origin by which one it was synced before
     */
    record PutMove(MoveOrigin origin) implements StateChange {
        /** Requires the origin. */
        public PutMove {
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * Keeps the id that a link's mailbox record had before the move. Forgotten with the link.
     *
     * @param former the link and the id
     */
    record PutFormerId(FormerId former) implements StateChange {
        /** Requires the id. */
        public PutFormerId {
            Objects.requireNonNull(former, "former");
        }
    }

    /** Nobody goes back by the former ids any more (S22). */
    record ForgetFormerIds() implements StateChange {}

    /** The move was rolled back (S22). */
    record ForgetMove() implements StateChange {}
}
