package io.github.crosstie.ews;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.item.SeriesIntent;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.operation.SyncChange;
import io.github.crosstie.ews.internal.operation.SyncFolderItems;
import io.github.crosstie.ews.internal.operation.SyncPosition;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists and reads the items of a folder. */
final class Reading {

    /** Before the sync state of a cursor: whether everything is being listed, or what changed since. */
    private static final String LISTING = "all:";

    /** Everything has been listed, in several pages: what changed meanwhile belongs to the listing. */
    private static final String ENDING = "end:";

    private static final String CHANGES = "new:";

    private final Mailbox mailbox;
    private final String element;
    private final WholeItems items;
    private final Removals removals;
    private final EwsEndpoint.Remembered remembered;

    Reading(Mailbox mailbox, String element, WholeItems items, Removals removals, EwsEndpoint.Remembered remembered) {
        this.mailbox = mailbox;
        this.element = element;
        this.items = items;
        this.removals = removals;
        this.remembered = remembered;
    }

    ChangePage changes(FolderReference folder, @Nullable Cursor cursor, int most) {
        boolean listing = cursor == null
                || cursor.value().startsWith(LISTING)
                || cursor.value().startsWith(ENDING);
        String state = cursor == null ? null : state(cursor);
        Map<String, ItemKey> present = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>();
        SyncPosition position = mailbox.syncFolderItems()
                .next(
                        folder,
                        state,
                        Math.min(most, SyncFolderItems.MOST_CHANGES),
                        change -> note(change, present, gone));
        List<Change> changes = new ArrayList<>(upserted(List.copyOf(present.values()), listing));
        Map<String, Removal> reasons = removals.of(gone);
        gone.forEach(id -> changes.add(new Change.Removed(new ItemId(id), reasons.getOrDefault(id, Removal.UNKNOWN))));
        String stage = listing ? stage(cursor, position.last()) : CHANGES;
        boolean complete = listing && stage.equals(CHANGES);
        return new ChangePage(
                changes, new Cursor(stage + position.state()), listing ? !complete : !position.last(), complete);
    }

    /**
     * The stage after a page of a listing. The pages of a listing show the folder as it was at the first of them,
     * without what has changed since: only what follows in a single page is as it is.
     */
    private static String stage(@Nullable Cursor cursor, boolean last) {
        boolean single = cursor == null || cursor.value().startsWith(ENDING);
        if (!last) {
            return LISTING;
        }
        return single ? CHANGES : ENDING;
    }

    /**
     * What there is to tell of a folder that is not made yet. Whatever comes into it once it is there has changed
     * since.
     *
     * @throws MailboxUnavailableException if the cursor says that there was a folder
     */
    static ChangePage nothing(@Nullable Cursor cursor) {
        Cursor beginning = new Cursor(CHANGES);
        if (cursor != null && !cursor.equals(beginning)) {
            throw new MailboxUnavailableException("the folder that is synced is not there any more; sync again");
        }
        return new ChangePage(List.of(), beginning, false, cursor == null);
    }

    private static @Nullable String state(Cursor cursor) {
        if (cursor.value().equals(CHANGES)) {
            return null;
        }
        for (String stage : List.of(LISTING, ENDING, CHANGES)) {
            if (cursor.value().startsWith(stage)) {
                return cursor.value().substring(stage.length());
            }
        }
        throw new CursorExpiredException("the cursor is none that this connector makes; list everything again");
    }

    /** What is told of an item last counts. */
    private void note(SyncChange change, Map<String, ItemKey> present, Set<String> gone) {
        ItemKey item = change.item();
        if (change instanceof SyncChange.Deleted) {
            present.remove(item.id());
            gone.add(item.id());
        } else if ((change instanceof SyncChange.Created created
                        && created.element().equals(element))
                || (change instanceof SyncChange.Updated updated
                        && updated.element().equals(element))) {
            gone.remove(item.id());
            present.put(item.id(), item);
        }
    }

    /**
     * What the engine has written itself has changed by that alone: its version is enough, and it is read if the
     * engine asks.
     */
    private List<Change> upserted(List<ItemKey> present, boolean listing) {
        List<Change> changes = new ArrayList<>(present.size());
        List<ItemKey> keys = new ArrayList<>();
        for (ItemKey key : present) {
            ItemVersion version = Outcomes.version(key);
            if (!listing && remembered.traces().isWritten(key.id(), version)) {
                changes.add(new Change.Upserted(new ItemId(key.id()), version));
            } else {
                keys.add(key);
            }
        }
        List<ReadOutcome> outcomes =
                outcomes(keys.stream().map(key -> ItemKey.of(key.id())).toList());
        for (int at = 0; at < keys.size(); at++) {
            ReadOutcome outcome = outcomes.get(at);
            if (outcome instanceof ReadOutcome.Found found) {
                changes.add(new Change.Upserted(found.id(), found.record().version(), found.record()));
            } else if (outcome instanceof ReadOutcome.Unreadable) {
                changes.add(new Change.Upserted(outcome.id(), Outcomes.version(keys.get(at))));
            }
            // Whoever has gone since is told as gone by the next changes.
        }
        return changes;
    }

    List<ReadOutcome> read(Collection<ItemId> ids) {
        List<ReadOutcome> outcomes =
                outcomes(ids.stream().map(id -> ItemKey.of(id.value())).toList());
        List<String> gone = outcomes.stream()
                .filter(ReadOutcome.Absent.class::isInstance)
                .map(outcome -> outcome.id().value())
                .toList();
        if (!gone.isEmpty()) {
            Map<String, Removal> reasons = removals.of(gone);
            outcomes.replaceAll(outcome -> outcome instanceof ReadOutcome.Absent
                    ? new ReadOutcome.Absent(
                            outcome.id(), reasons.getOrDefault(outcome.id().value(), Removal.UNKNOWN))
                    : outcome);
        }
        return outcomes;
    }

    /**
     * By what events are known beyond this server (S22); who has none, or is not there, is left out. Whoever is not
     * told is asked for once more, as a mailbox that is busy must not look like one whose events have no UIDs.
     */
    Map<ItemId, String> uids(Collection<ItemId> ids) {
        List<ItemKey> keys = ids.stream().map(id -> ItemKey.of(id.value())).toList();
        List<Result<ItemRecord>> read = new ArrayList<>(items.read(keys));
        List<Integer> untold = untold(read);
        readAgain(keys, untold, read);
        List<Integer> still = untold(read);
        List<String> kept = still.stream().map(at -> keys.get(at).id()).toList();
        if (!kept.isEmpty() && !remembered.untold().haveHadTime(mailbox, kept)) {
            throw untold(read.get(still.get(0))).orElseThrow().toException("GetItem", mailbox.clock());
        }
        Map<ItemId, String> uids = new LinkedHashMap<>();
        for (Result<ItemRecord> result : read) {
            if (result instanceof Result.Done<ItemRecord> done
                    && !done.value().uid().isEmpty()) {
                uids.put(new ItemId(done.value().key().id()), done.value().uid());
            }
        }
        return uids;
    }

    /**
     * An outcome for each, in their order. What was not told is asked for once more; it keeps nothing else back
     * (S15).
     */
    private List<ReadOutcome> outcomes(List<ItemKey> keys) {
        List<Result<ItemRecord>> read = new ArrayList<>(items.read(keys));
        List<Integer> untold = untold(read);
        List<String> ids = keys.stream().map(ItemKey::id).toList();
        if (untold.size() == keys.size() && keys.size() > 1) {
            if (!remembered.untold().haveHadTime(mailbox, ids)) {
                throw untold(read.get(0)).orElseThrow().toException("GetItem", mailbox.clock());
            }
        } else {
            remembered.untold().wereTold(mailbox, ids);
        }
        readAgain(keys, untold, read);
        List<ReadOutcome> outcomes = new ArrayList<>(keys.size());
        for (int at = 0; at < keys.size(); at++) {
            outcomes.add(outcome(keys.get(at).id(), read.get(at)));
        }
        return outcomes;
    }

    private void readAgain(List<ItemKey> keys, List<Integer> places, List<Result<ItemRecord>> read) {
        List<Result<ItemRecord>> again =
                items.read(places.stream().<ItemKey>map(keys::get).toList());
        for (int at = 0; at < again.size(); at++) {
            read.set(places.get(at), again.get(at));
        }
    }

    private static List<Integer> untold(List<Result<ItemRecord>> read) {
        return IntStream.range(0, read.size())
                .filter(at -> untold(read.get(at)).isPresent())
                .boxed()
                .toList();
    }

    /** Trouble that one item may have alone, or all of them: the others show which. */
    private static Optional<Trouble> untold(Result<ItemRecord> result) {
        return result instanceof Result.Failed<ItemRecord> failed
                        && !Outcomes.isGone(failed.trouble())
                        && failed.trouble().kind() != TroubleKind.ITEM
                ? Optional.of(failed.trouble())
                : Optional.empty();
    }

    private ReadOutcome outcome(String id, Result<ItemRecord> result) {
        if (result instanceof Result.Done<ItemRecord> done) {
            return outcome(done.value());
        }
        Trouble trouble = ((Result.Failed<ItemRecord>) result).trouble();
        if (Outcomes.isGone(trouble)) {
            return new ReadOutcome.Absent(new ItemId(id), Removal.UNKNOWN);
        }
        String remedy = untold(result).isPresent() ? "try again later" : "open it and save it anew";
        return new ReadOutcome.Unreadable(
                new ItemId(id), "the server does not tell the item (" + Outcomes.code(trouble) + "); " + remedy);
    }

    private ReadOutcome outcome(ItemRecord item) {
        ItemId id = new ItemId(item.key().id());
        if (item.isUnfinished(mailbox.address())) {
            remembered.leftovers().note(mailbox, item.key().id());
            return new ReadOutcome.Absent(id, Removal.UNKNOWN);
        }
        remembered.traces().read(item);
        if (item.trouble() != null) {
            return new ReadOutcome.Unreadable(id, item.trouble());
        }
        RemoteItem record = new RemoteItem(
                        id, Outcomes.version(item.key()), remembered.addresses().resolved(counted(item), mailbox))
                .withTag(item.stamp()
                        .filter(stamp -> stamp.marks(mailbox.address(), item.uid()))
                        .map(Stamp::tag)
                        .orElse(null))
                .withTimes(item.createdAt(), item.modifiedAt(), null);
        return new ReadOutcome.Found(record);
    }

    /** A series whose change stopped half-way counts as it was (S6): what was done of it is nobody's edit. */
    private Item counted(ItemRecord item) {
        Optional<SeriesIntent> underWay = item.underWay(mailbox.address());
        if (underWay.isEmpty()) {
            return item.item();
        }
        remembered.leftovers().note(mailbox, item.key().id());
        return underWay.get().undone(item.item());
    }
}
