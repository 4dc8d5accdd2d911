package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.EventMapping;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemReference;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import java.util.List;

/**
 * Creates series (S6) whose occurrences have something of their own, which takes several requests. A new series carries
 * its mark only once it is whole: until then nobody sees it as a record, and the next attempt removes what an earlier
 * one left behind.
 */
final class SeriesCreations {

    private final Mailbox mailbox;
    private final EventMapping mapping;
    private final TagSearch tags;
    private final EwsEndpoint.Remembered remembered;

    SeriesCreations(Mailbox mailbox, EventMapping mapping, TagSearch tags, EwsEndpoint.Remembered remembered) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.tags = tags;
        this.remembered = remembered;
    }

    /** Whether a new event is more than one item on the wire. */
    static boolean concerns(Item item) {
        return item.get(EventFields.RECURRENCE).isPresent()
                && (item.get(EventFields.CANCELLED_OCCURRENCES).isPresent()
                        || item.get(EventFields.EXCEPTIONS).isPresent());
    }

    WriteOutcome create(FolderReference folder, Write.Create creation) {
        Stamp whole = tags.stamp(creation.tag());
        Stamp unfinished = whole.unfinished(creation.idempotencyKey());
        removeLeftovers(folder, unfinished);
        ItemKey created = null;
        try {
            created = SeriesSteps.well(mailbox.createItem()
                    .create(
                            folder,
                            MeetingMessages.NONE,
                            List.of(mapping.create(creation.item(), unfinished, whole.uid()))));
            // None of the attendees has heard of the series yet.
            SeriesSteps steps = new SeriesSteps(mailbox, mapping, Notification.NONE);
            ItemKey last = steps.writeOccurrences(created, withoutOccurrences(creation.item()), creation.item());
            ItemKey finished =
                    steps.change(MeetingMail.ofAll(creation.notification()), last, List.of(ItemMapping.marking(whole)));
            remembered.traces().created(finished.id(), whole);
            return Outcomes.written(finished);
        } catch (SeriesSteps.Refused e) {
            WriteOutcome outcome = Outcomes.of(e.trouble(), mailbox.clock());
            return created == null || (isNot(outcome) && isRemoved(created))
                    ? outcome
                    : inPart(Outcomes.code(e.trouble()));
        } catch (CrosstieException e) {
            if (created == null) {
                throw e;
            }
            // Something is there: the next attempt has to be one of the same creation, which removes it.
            return inPart(String.valueOf(e.getMessage()));
        }
    }

    /** Whether an outcome says that the series cannot be or is not to be written, and not that somebody was at it. */
    private static boolean isNot(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Rejected || outcome instanceof WriteOutcome.Deferred;
    }

    private static WriteOutcome inPart(String cause) {
        return new WriteOutcome.Unknown("a new series was written in part: " + cause);
    }

    private boolean isRemoved(ItemKey created) {
        try {
            return remove(List.of(created.id()));
        } catch (CrosstieException e) {
            // It is still there, which is what the caller has to know.
            return false;
        }
    }

    private void removeLeftovers(FolderReference folder, Stamp unfinished) {
        remove(tags.search(folder, List.of(unfinished.text())).stream()
                .map(item -> item.key().id())
                .toList());
    }

    /** Whether all of them are gone. What the server does not let go of now is tidied up later. */
    private boolean remove(List<String> leftovers) {
        if (leftovers.isEmpty()) {
            return true;
        }
        boolean all = true;
        List<Result<ItemReference>> removed = mailbox.deleteItem()
                .delete(
                        MeetingMessages.NONE,
                        leftovers.stream().map(ItemKey::of).toList());
        for (int at = 0; at < removed.size(); at++) {
            if (removed.get(at) instanceof Result.Failed<ItemReference> failed && !Outcomes.isGone(failed.trouble())) {
                remembered.leftovers().note(mailbox, leftovers.get(at));
                all = false;
            }
        }
        return all;
    }

    private static Item withoutOccurrences(Item series) {
        return series.toBuilder()
                .clear(EventFields.CANCELLED_OCCURRENCES)
                .clear(EventFields.EXCEPTIONS)
                .build();
    }
}
