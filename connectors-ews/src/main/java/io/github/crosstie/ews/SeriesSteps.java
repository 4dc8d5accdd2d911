package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.ews.internal.item.EventMapping;
import io.github.crosstie.ews.internal.operation.ItemChange;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemReference;
import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OriginalStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of one write of a series: the server takes what occurrences have of their own one by one (S6). */
final class SeriesSteps {

    private final Mailbox mailbox;
    private final EventMapping mapping;
    private final BodyTypes bodies;
    private final Notification notification;
    private boolean written;

    /**
     * The steps of a write.
     *
     * @param notification who is told of them
     */
    SeriesSteps(Mailbox mailbox, EventMapping mapping, Notification notification) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.bodies = new BodyTypes(mailbox);
        this.notification = notification;
    }

    /** A step that the server refused for a reason of its own. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Refused(Trouble trouble) {
            super("a step of a series was refused", null, false, false);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    static <T> T well(List<Result<T>> results) throws Refused {
        if (results.get(0) instanceof Result.Done<T> done) {
            return done.value();
        }
        throw new Refused(((Result.Failed<T>) results.get(0)).trouble());
    }

    /** Whether a step was carried out. */
    boolean written() {
        return written;
    }

    ItemKey change(MeetingMessages messages, ItemReference item, List<PropertyChange> changes) throws Refused {
        ItemKey changed =
                well(mailbox.updateItem().update(messages, List.of(new ItemChange(item, mapping.element(), changes))));
        written = true;
        return changed;
    }

    /** The server forgets cancelled occurrences once the event is no series any more. */
    ItemKey restart(ItemKey key, Item after) throws Refused {
        Map<Field<?>, @Nullable Object> single = new HashMap<>();
        single.put(EventFields.RECURRENCE, null);
        Map<Field<?>, @Nullable Object> series = new HashMap<>();
        series.put(EventFields.RECURRENCE, after.value(EventFields.RECURRENCE));
        Item alone = after.toBuilder().clear(EventFields.RECURRENCE).build();
        ItemKey ended = change(MeetingMessages.NONE, key, mapping.update(single, alone, false));
        return change(MeetingMail.ofAll(notification), ended, mapping.update(series, after, false));
    }

    /** Brings the occurrences from what they are to what they are to be; answers the series' key after the last of it. */
    ItemKey writeOccurrences(ItemKey series, Item is, Item toBe) throws Refused {
        Occurrences occurrences = Occurrences.of(toBe);
        ItemKey key = series;
        for (OriginalStart start : SeriesUpdate.toCancel(is, toBe)) {
            well(mailbox.deleteItem()
                    .delete(MeetingMail.ofAll(notification), List.of(occurrence(key, occurrences, start))));
            written = true;
            key = key(series.id());
        }
        for (Map.Entry<OriginalStart, Map<Field<?>, @Nullable Object>> change :
                SeriesUpdate.toChange(is, toBe).entrySet()) {
            ItemReference occurrence = occurrence(key, occurrences, change.getKey());
            List<PropertyChange> changes =
                    mapping.updateOccurrence(change.getValue(), toBe, bodies.html(occurrence, change.getValue()));
            if (!changes.isEmpty()) {
                change(MeetingMail.ofChange(notification, change.getValue().keySet()), occurrence, changes);
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
