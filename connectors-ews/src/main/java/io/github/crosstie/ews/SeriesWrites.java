package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.item.EventMapping;
import io.github.crosstie.ews.item.ItemMapping;
import io.github.crosstie.ews.item.ItemRecord;
import io.github.crosstie.ews.operation.FolderReference;
import io.github.crosstie.ews.operation.ItemChange;
import io.github.crosstie.ews.operation.ItemKey;
import io.github.crosstie.ews.operation.ItemReference;
import io.github.crosstie.ews.operation.ItemShape;
import io.github.crosstie.ews.operation.MeetingMessages;
import io.github.crosstie.ews.operation.PropertyChange;
import io.github.crosstie.ews.operation.Result;
import io.github.crosstie.ews.soap.Trouble;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OriginalStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes series (S6). The server takes what occurrences have of their own one by one, so that it takes several
 * requests. A new series carries its mark only once it is whole: until then nobody sees it as a record, and the next
 * attempt removes what an earlier one left behind. Where a change of a series stops half-way, nobody knows what became
 * of it: the engine reads it again and goes on from there.
 */
final class SeriesWrites {

    private final Mailbox mailbox;
    private final EventMapping mapping;
    private final WholeItems items;
    private final TagSearch tags;
    private final Traces traces;
    private final BodyTypes bodies;

    SeriesWrites(Mailbox mailbox, EventMapping mapping, WholeItems items, TagSearch tags, Traces traces) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
        this.tags = tags;
        this.traces = traces;
        this.bodies = new BodyTypes(mailbox);
    }

    /** Whether a new event is more than one item on the wire. */
    static boolean concerns(Item item) {
        return item.get(EventFields.RECURRENCE).isPresent()
                && (item.get(EventFields.CANCELLED_OCCURRENCES).isPresent()
                        || item.get(EventFields.EXCEPTIONS).isPresent());
    }

    /** Whether a change needs the whole event. */
    static boolean concerns(Map<Field<?>, @Nullable Object> changed) {
        return changed.containsKey(EventFields.TIME)
                || changed.keySet().stream().anyMatch(field -> field.type().makesSeries());
    }

    /** A step that the server refused for a reason of its own. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Refused(Trouble trouble) {
            super("a step of a series was refused", null, false, false);
            this.trouble = trouble;
        }
    }

    /** Who is told of the steps, and whether anything has been written yet. */
    private static final class Progress {
        private final Notification notification;
        private boolean written;

        Progress(Notification notification) {
            this.notification = notification;
        }
    }

    private static <T> T well(List<Result<T>> results) throws Refused {
        if (results.get(0) instanceof Result.Done<T> done) {
            return done.value();
        }
        throw new Refused(((Result.Failed<T>) results.get(0)).trouble());
    }

    WriteOutcome create(FolderReference folder, Write.Create creation) {
        Stamp whole = tags.stamp(creation.tag());
        Stamp unfinished = whole.unfinished(creation.idempotencyKey());
        removeLeftovers(folder, unfinished);
        ItemKey created = null;
        try {
            created = well(mailbox.createItem()
                    .create(
                            folder,
                            MeetingMessages.NONE,
                            List.of(mapping.create(creation.item(), unfinished, whole.uid()))));
            // None of the attendees has heard of the series yet.
            ItemKey last = writeOccurrences(
                    created, withoutOccurrences(creation.item()), creation.item(), new Progress(Notification.NONE));
            ItemChange finishing = new ItemChange(last, mapping.element(), List.of(ItemMapping.marking(whole)));
            ItemKey finished =
                    well(mailbox.updateItem().update(MeetingMail.ofAll(creation.notification()), List.of(finishing)));
            traces.created(finished.id(), whole);
            return Outcomes.written(finished);
        } catch (Refused e) {
            WriteOutcome outcome = Outcomes.of(e.trouble, mailbox.clock());
            if (created != null && !(outcome instanceof WriteOutcome.Unknown)) {
                mailbox.deleteItem().delete(MeetingMessages.NONE, List.of(ItemKey.of(created.id())));
            }
            return outcome instanceof WriteOutcome.Gone || outcome instanceof WriteOutcome.Conflict
                    ? new WriteOutcome.Unknown("somebody changed the series while it was made")
                    : outcome;
        }
    }

    private void removeLeftovers(FolderReference folder, Stamp unfinished) {
        List<ItemKey> leftovers = tags.search(folder, List.of(unfinished.text())).stream()
                .map(item -> ItemKey.of(item.key().id()))
                .toList();
        if (!leftovers.isEmpty()) {
            mailbox.deleteItem().delete(MeetingMessages.NONE, leftovers);
        }
    }

    private static Item withoutOccurrences(Item series) {
        return series.toBuilder()
                .clear(EventFields.CANCELLED_OCCURRENCES)
                .clear(EventFields.EXCEPTIONS)
                .build();
    }

    WriteOutcome update(Write.Update update) {
        ItemKey key = new ItemKey(update.id().value(), update.expectedVersion().value());
        Result<ItemRecord> read = items.read(List.of(ItemKey.of(key.id()))).get(0);
        if (read instanceof Result.Failed<ItemRecord> failed) {
            return Outcomes.of(failed.trouble(), mailbox.clock());
        }
        ItemRecord before = ((Result.Done<ItemRecord>) read).value();
        if (!Outcomes.version(before.key()).equals(update.expectedVersion())) {
            return new WriteOutcome.Conflict();
        }
        if (before.trouble() != null) {
            return new WriteOutcome.Rejected("UNREADABLE", before.trouble(), true);
        }
        Item rule = SeriesUpdate.rule(before.item(), update.fields());
        Optional<String> obstacle = mapping.cannotExpress(rule);
        if (obstacle.isPresent()) {
            return new WriteOutcome.Rejected("UNSUPPORTED_RECURRENCE", obstacle.get(), true);
        }
        return update(update, before, SeriesUpdate.after(before.item(), update.fields()));
    }

    private WriteOutcome update(Write.Update update, ItemRecord before, Item after) {
        Optional<String> obstacle = mapping.cannotExpress(after);
        if (obstacle.isPresent()) {
            return new WriteOutcome.Rejected("UNSUPPORTED_RECURRENCE", obstacle.get(), true);
        }
        ItemKey key = before.key();
        Progress progress = new Progress(update.notification());
        try {
            List<PropertyChange> changes =
                    mapping.update(update.fields(), after, bodies.html(key.id(), update.fields()));
            if (!changes.isEmpty()) {
                key = well(mailbox.updateItem()
                        .update(
                                MeetingMail.ofChange(
                                        update.notification(), update.fields().keySet()),
                                List.of(new ItemChange(key, mapping.element(), changes))));
                progress.written = true;
            }
            return Outcomes.written(
                    after.get(EventFields.RECURRENCE).isPresent() ? finish(key, progress, before, after) : key);
        } catch (Refused e) {
            WriteOutcome outcome = Outcomes.of(e.trouble, mailbox.clock());
            return progress.written
                    ? new WriteOutcome.Unknown("a series was changed in part: " + Outcomes.code(e.trouble))
                    : outcome;
        } catch (CrosstieException e) {
            if (progress.written) {
                return Sending.unknown(e);
            }
            throw e;
        }
    }

    /** Brings the occurrences to what they are to be, whatever the server made of them when the series was changed. */
    private ItemKey finish(ItemKey key, Progress progress, ItemRecord before, Item after) throws Refused {
        Item is = progress.written ? reread(key.id()).item() : before.item();
        ItemKey last = key;
        if (SeriesUpdate.bringsBack(is, after)) {
            last = restart(last, after, progress.notification);
            progress.written = true;
            is = reread(key.id()).item();
        }
        return writeOccurrences(last, is, after, progress);
    }

    private ItemRecord reread(String id) throws Refused {
        return well(items.read(List.of(ItemKey.of(id))));
    }

    /** The server forgets cancelled occurrences once the event is no series any more. */
    private ItemKey restart(ItemKey key, Item after, Notification notification) throws Refused {
        Map<Field<?>, @Nullable Object> single = new HashMap<>();
        single.put(EventFields.RECURRENCE, null);
        Map<Field<?>, @Nullable Object> series = new HashMap<>();
        series.put(EventFields.RECURRENCE, after.value(EventFields.RECURRENCE));
        Item alone = after.toBuilder().clear(EventFields.RECURRENCE).build();
        ItemKey ended = change(MeetingMessages.NONE, key, mapping.update(single, alone, false));
        return change(MeetingMail.ofAll(notification), ended, mapping.update(series, after, false));
    }

    private ItemKey change(MeetingMessages messages, ItemReference item, List<PropertyChange> changes) throws Refused {
        return well(mailbox.updateItem().update(messages, List.of(new ItemChange(item, mapping.element(), changes))));
    }

    /** The series' key after the last of the writes. */
    private ItemKey writeOccurrences(ItemKey series, Item is, Item toBe, Progress progress) throws Refused {
        Occurrences occurrences = Occurrences.of(toBe);
        ItemKey key = series;
        for (OriginalStart start : SeriesUpdate.toCancel(is, toBe)) {
            well(mailbox.deleteItem()
                    .delete(MeetingMail.ofAll(progress.notification), List.of(occurrence(key, occurrences, start))));
            progress.written = true;
            key = key(series.id());
        }
        for (Map.Entry<OriginalStart, Map<Field<?>, @Nullable Object>> change :
                SeriesUpdate.toChange(is, toBe).entrySet()) {
            ItemReference occurrence = occurrence(key, occurrences, change.getKey());
            List<PropertyChange> changes =
                    mapping.updateOccurrence(change.getValue(), toBe, bodies.html(occurrence, change.getValue()));
            if (!changes.isEmpty()) {
                change(
                        MeetingMail.ofChange(
                                progress.notification, change.getValue().keySet()),
                        occurrence,
                        changes);
                progress.written = true;
                key = key(series.id());
            }
        }
        return key;
    }

    private static ItemReference occurrence(ItemKey series, Occurrences occurrences, OriginalStart start) {
        return new ItemReference.Occurrence(
                series.id(), series.changeKey(), occurrences.place(start).orElseThrow());
    }

    /** A write of an occurrence is a change of its series. */
    private ItemKey key(String id) throws Refused {
        return well(mailbox.getItem().get(List.of(ItemKey.of(id)), ItemShape.ID_ONLY, 1, Deletions::key));
    }
}
