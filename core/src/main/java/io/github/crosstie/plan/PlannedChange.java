package io.github.crosstie.plan;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One change of a plan, with what it is based on. {@link Create}, {@link Update} and {@link Delete} write to a side; {@link
 * Held} does nothing until somebody releases it; all others change the stored state alone.
 */
public sealed interface PlannedChange {

    /**
     * The records concerned.
     *
     * @return their keys, the CRM's first; one or two
     */
    List<RecordKey> records();

    /**
     * Which case it is.
     *
     * @return its kind
     */
    ChangeKind kind();

    /** A change that writes to a side. */
    sealed interface RemoteWrite extends PlannedChange permits Update, Create, Delete, RemoveDuplicate {

        /**
         * Where it writes.
         *
         * @return the side
         */
        Side side();

        /**
         * Whether it makes the side send mail to attendees (S7).
         *
         * @return whom the side tells of it
         */
        Notification notification();
    }

    /**
     * A record that was reported to be deleted was read: the report is spent, and proves no later absence (S10).
     *
     * @param record the record
     */
    record Refute(RecordKey record) implements PlannedChange {
        /** Requires the record. */
        public Refute {
            Objects.requireNonNull(record, "record");
        }

        @Override
        public List<RecordKey> records() {
            return List.of(record);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.REFUTE;
        }
    }

    /**
     * An unlinked record is gone: what was observed of it is dropped. The mark of a detached record stays (S11).
     *
     * @param record the record
     */
    record Forget(RecordKey record) implements PlannedChange {
        /** Requires the record. */
        public Forget {
            Objects.requireNonNull(record, "record");
        }

        @Override
        public List<RecordKey> records() {
            return List.of(record);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.FORGET;
        }
    }

    /**
     * A link is dropped: both records are proven to be deleted, or the only one is gone, or its counterpart is not to be
     * created any more.
     *
     * @param link the link
     * @param records its records
     * @param gone whether they are gone; else they are looked at anew, as records without a link
     */
    record Unlink(LinkId link, List<RecordKey> records, boolean gone) implements PlannedChange {
        /** Copies the records. */
        public Unlink {
            Objects.requireNonNull(link, "link");
            records = List.copyOf(records);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.UNLINK;
        }
    }

    /**
     * One record was deleted and the other stays by itself, or is out of view: the link is dropped, both ids are marked
     * (S11).
     *
     * @param link the link
     * @param pair the records
     * @param deletedOn where the record was deleted
     * @param reason why the deletion does not propagate
     */
    record Detach(LinkId link, Pair pair, Side deletedOn, String reason) implements PlannedChange {
        /** Requires all parts. */
        public Detach {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(pair, "pair");
            Objects.requireNonNull(deletedOn, "deletedOn");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public List<RecordKey> records() {
            return pair.records();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.DETACH;
        }
    }

    /**
     * A record that the engine itself created, with its answer lost, has turned up: it becomes the missing half of its link.
     *
     * @param link the link
     * @param record the record
     * @param tag the mark of the attempt that created it
     */
    record Adopt(LinkId link, RecordKey record, CorrelationTag tag) implements PlannedChange {
        /** Requires all parts. */
        public Adopt {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(tag, "tag");
        }

        @Override
        public List<RecordKey> records() {
            return List.of(record);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.ADOPT;
        }
    }

    /**
     * Two existing records are recognised as one (S2) and linked.
     *
     * @param pair the records
     * @param by what they have in common, such as {@code e-mail}
     */
    record Match(Pair pair, String by) implements PlannedChange {
        /** Requires both parts. */
        public Match {
            Objects.requireNonNull(pair, "pair");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public List<RecordKey> records() {
            return pair.records();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.MATCH;
        }
    }

    /**
     * Fields of a record change.
     *
     * @param pair the record and its counterpart
     * @param side which of the two is written
     * @param expectedVersion the version that the change is based on
     * @param changes the changed fields, old and new
     * @param conflicts values that are overwritten although they were not in step: they go to the journal (S3)
     * @param notification whom the side tells of it
     */
    record Update(
            Pair pair,
            Side side,
            ItemVersion expectedVersion,
            List<FieldChange> changes,
            List<FieldConflict> conflicts,
            Notification notification)
            implements RemoteWrite {
        /**
         * A change of which nobody is told.
         *
         * @param pair the record and its counterpart
         * @param side which of the two is written
         * @param expectedVersion the version that the change is based on
         * @param changes the changed fields
         * @param conflicts values that are overwritten although they were not in step
         */
        public Update(
                Pair pair,
                Side side,
                ItemVersion expectedVersion,
                List<FieldChange> changes,
                List<FieldConflict> conflicts) {
            this(pair, side, expectedVersion, changes, conflicts, Notification.NONE);
        }

        /** Copies the lists. */
        public Update {
            Objects.requireNonNull(pair, "pair");
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(expectedVersion, "expectedVersion");
            Objects.requireNonNull(notification, "notification");
            changes = List.copyOf(changes);
            conflicts = List.copyOf(conflicts);
        }

        @Override
        public List<RecordKey> records() {
            return pair.records();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.UPDATE;
        }
    }

    /**
     * A record is created as the counterpart of another: for the first time, or again because a change wins over a deletion.
     *
     * @param side where it is created
     * @param source the record that it comes from
     * @param sourceVersion the source's version
     * @param link the source's link; null if there is none yet
     * @param replaces the deleted record that it replaces in the link; null if the link has none on that side
     * @param seen the source's mapped fields
     * @param content the new record's values
     * @param notification whom the side tells: the content has no attendees then, and an update that follows adds them, as that can
     *     be repeated without inviting anybody twice (S7)
     */
    record Create(
            Side side,
            RecordKey source,
            ItemVersion sourceVersion,
            @Nullable LinkId link,
            @Nullable ItemId replaces,
            Item seen,
            Item content,
            Notification notification)
            implements RemoteWrite {
        /**
         * A creation of which nobody is told.
         *
         * @param side where it is created
         * @param source the record that it comes from
         * @param sourceVersion the source's version
         * @param link the source's link; null if there is none yet
         * @param replaces the deleted record that it replaces in the link; null if there is none
         * @param seen the source's mapped fields
         * @param content the new record's values
         */
        public Create(
                Side side,
                RecordKey source,
                ItemVersion sourceVersion,
                @Nullable LinkId link,
                @Nullable ItemId replaces,
                Item seen,
                Item content) {
            this(side, source, sourceVersion, link, replaces, seen, content, Notification.NONE);
        }

        /** Requires all parts but the link and what is replaced. */
        public Create {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(sourceVersion, "sourceVersion");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(notification, "notification");
        }

        /**
         * Whether the record comes back: it was deleted, while its counterpart changed or came back (S3).
         *
         * @return true if it replaces a deleted record
         */
        public boolean isRestoration() {
            return replaces != null;
        }

        @Override
        public List<RecordKey> records() {
            return List.of(source);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.CREATE;
        }
    }

    /**
     * A record is deleted because its counterpart was.
     *
     * @param link the link
     * @param pair the record and its counterpart
     * @param side which of the two is deleted
     * @param expectedVersion the version that the deletion is based on
     * @param conflicts edits of the record that are lost with it: they go to the journal (S3)
     * @param notification whom the side tells of it
     * @param seen the record's mapped fields, for whoever decides on it; null if the plan does not tell them
     */
    record Delete(
            LinkId link,
            Pair pair,
            Side side,
            ItemVersion expectedVersion,
            List<FieldConflict> conflicts,
            Notification notification,
            @Nullable Item seen)
            implements RemoteWrite {
        /**
         * A deletion of which nobody is told, nor what the record holds.
         *
         * @param link the link
         * @param pair the record and its counterpart
         * @param side which of the two is deleted
         * @param expectedVersion the version that the deletion is based on
         * @param conflicts edits of the record that are lost with it
         */
        public Delete(LinkId link, Pair pair, Side side, ItemVersion expectedVersion, List<FieldConflict> conflicts) {
            this(link, pair, side, expectedVersion, conflicts, Notification.NONE, null);
        }

        /** Copies the list. */
        public Delete {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(pair, "pair");
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(expectedVersion, "expectedVersion");
            Objects.requireNonNull(notification, "notification");
            conflicts = List.copyOf(conflicts);
        }

        /**
         * The deletion as it is stored while it waits for a person.
         *
         * @param reason why it waits
         * @param since since when
         * @return the held deletion
         */
        public HeldDeletion held(String reason, Instant since) {
            return new HeldDeletion(link, pair.crm(), pair.mail(), side, expectedVersion, reason, since);
        }

        @Override
        public List<RecordKey> records() {
            return pair.records();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.DELETE;
        }
    }

    /**
     * A record is removed that the engine itself created a second time, its first answer being lost. Not a deletion: its link
     * lives on with the other record, or has ended before. Edits that a person made on it meanwhile were carried over before.
     *
     * @param link the link whose attempt created it
     * @param record the record
     * @param expectedVersion the version that the removal is based on
     * @param conflicts edits that could not be carried over, as the linked record was edited too: they go to the journal (S3)
     */
    record RemoveDuplicate(LinkId link, RecordKey record, ItemVersion expectedVersion, List<FieldConflict> conflicts)
            implements RemoteWrite {
        /** Copies the list. */
        public RemoveDuplicate {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(expectedVersion, "expectedVersion");
            conflicts = List.copyOf(conflicts);
        }

        @Override
        public Side side() {
            return record.side();
        }

        @Override
        public Notification notification() {
            return Notification.NONE;
        }

        @Override
        public List<RecordKey> records() {
            return List.of(record);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.REMOVE_DUPLICATE;
        }
    }

    /**
     * A record is looked at again, because it is about to change by an edit that a person made elsewhere.
     *
     * @param record the record
     */
    record Awaken(RecordKey record) implements PlannedChange {
        /** Requires the record. */
        public Awaken {
            Objects.requireNonNull(record, "record");
        }

        @Override
        public List<RecordKey> records() {
            return List.of(record);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.AWAKEN;
        }
    }

    /**
     * What was read is taken over as seen: nothing is left to do for these two records.
     *
     * @param pair the records
     * @param bases what each side is seen to hold, once the plan's updates of the pair are made
     * @param versions the versions read; none for a side that was not read
     */
    record Settle(Pair pair, Views bases, SortedMap<Side, ItemVersion> versions) implements PlannedChange {
        /**
         * Copies the versions.
         *
         * @param pair the records
         * @param bases what each side is seen to hold
         * @param versions the versions read
         */
        public Settle(Pair pair, Views bases, Map<Side, ItemVersion> versions) {
            this(pair, bases, new TreeMap<>(versions));
        }

        /** Copies the versions. */
        public Settle {
            Objects.requireNonNull(pair, "pair");
            Objects.requireNonNull(bases, "bases");
            versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        }

        @Override
        public List<RecordKey> records() {
            return pair.records();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.SETTLE;
        }
    }

    /**
     * A deletion that is not made until somebody releases it (S11, S13).
     *
     * @param deletion the deletion
     * @param reason why it is held
     */
    record Held(Delete deletion, String reason) implements PlannedChange {
        /** Requires both parts. */
        public Held {
            Objects.requireNonNull(deletion, "deletion");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public List<RecordKey> records() {
            return deletion.records();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.HELD;
        }
    }

    /**
     * A change of settings puts two linked records out of scope (S14): the link is dropped, both records stay, and neither is
     * created again on the other side. They are linked again once both are in scope.
     *
     * @param link the link
     * @param pair the records
     * @param reason what keeps them out now
     */
    record Leave(LinkId link, Pair pair, String reason) implements PlannedChange {
        /** Requires all parts. */
        public Leave {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(pair, "pair");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.LEAVE;
        }

        @Override
        public List<RecordKey> records() {
            return pair.records();
        }
    }
}
