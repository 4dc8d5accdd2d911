package io.github.crosstie.examples;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** The records of a mailbox that is to be moved: half of them made in the CRM, half of them in the mailbox. */
final class MovingRecords {

    private static final int SERIES = 10;
    private static final int DAYS = 200;
    private static final int COPIED = 20;

    private final ZonedDateTime first;

    MovingRecords(ZonedDateTime first) {
        this.first = first.plusDays(1);
    }

    void fill(InMemoryRecords crm, LoopbackFolder mailbox, int count, ItemKind kind) {
        for (int at = 0; at < count; at++) {
            boolean isOfCrm = at % 2 == 0;
            if (isOfCrm) {
                crm.create(kind == ItemKind.CONTACT ? contact(at) : event(at));
            } else {
                mailbox.put(kind == ItemKind.CONTACT ? contactOfMailbox(at) : eventOfMailbox(at));
            }
        }
    }

    private static Item contact(int at) {
        return Items.contact("Crm" + at, "Example").build();
    }

    private static Map<String, String> contactOfMailbox(int at) {
        return Map.of("Surname", "Mail" + at, "EmailAddresses/EmailAddress1", "mail" + at + "@example.com");
    }

    private Item event(int at) {
        Item.Builder event = Items.meeting("Crm " + at, start(at), Duration.ofHours(1));
        return at % SERIES == 0 ? series(event, start(at)) : event.build();
    }

    private Map<String, String> eventOfMailbox(int at) {
        return Map.of(
                "Subject",
                "Mail " + at,
                "Start",
                start(at).toInstant().toString(),
                "End",
                start(at).plusHours(1).toInstant().toString());
    }

    private ZonedDateTime start(int at) {
        return first.plusDays(at % DAYS).plusMinutes(at / DAYS);
    }

    private static Item series(Item.Builder event, ZonedDateTime start) {
        return event.set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(start.getDayOfWeek()).toBuilder()
                                .count(4)
                                .build())
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(start.plusWeeks(1))))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.At(start.plusWeeks(2)),
                                Item.event()
                                        .set(EventFields.SUBJECT, "Moved to the large room")
                                        .build()))
                .build();
    }

    /** Copies some records by hand, in their own folder, and says how many. */
    int copySome(LoopbackFolder folder) {
        List<LoopbackItem> all = folder.list();
        int copies = 0;
        for (int at = 0; at < all.size(); at += COPIED) {
            folder.copy(all.get(at).id());
            copies++;
        }
        return copies;
    }

    /** Whether an edit of a job title has arrived in the mailbox. */
    boolean reached(LoopbackFolder contacts, String title) {
        return contacts.list().stream()
                .anyMatch(contact -> contact.value("JobTitle").equals(title));
    }
}
