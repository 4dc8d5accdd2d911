package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.Invitations;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.ItemSaving;
import io.github.crosstie.testkit.internal.mailbox.ItemUpdate;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Times;
import java.util.List;

/**
 * Writes of events. Graph has no way to be silent: whatever an organizer writes about an event with attendees is mailed
 * to them.
 */
final class EventWrites {

    private static final String LOUD = "SendToAllAndSaveCopy";

    private EventWrites() {}

    static StoredItem create(StoredMailbox mailbox, StoredFolder folder, List<FieldChange> changes) throws Refusal {
        Properties event = new Properties();
        for (FieldChange change : changes) {
            change.applyTo(event);
        }
        StoredItem item = ItemSaving.add(mailbox, folder, "CalendarItem", false, event, Times.utc());
        Invitations.created(mailbox, item, LOUD);
        return item;
    }

    /** Changes an event or an occurrence, which becomes an exception of its series; gives it as it is then. */
    static ItemLookup.Found update(ItemLookup.Found found, List<FieldChange> changes) throws Refusal {
        String id = ShownItem.of(found).id();
        Properties before = properties(found);
        boolean organizer = isOrganizer(found);
        ItemUpdate.apply(found, changes, Times.utc());
        OnlineMeeting.written(found.item());
        ItemLookup.Found after = ItemLookup.in(found.mailbox(), id);
        if (organizer) {
            Invitations.updated(found.mailbox(), before, properties(after), LOUD);
        }
        return after;
    }

    /** Deletes: an event goes to the deleted items, and from there out of sight; an occurrence is gone. */
    static void delete(ItemLookup.Found found) throws Refusal {
        cancel(found);
        Deletion.delete(found);
    }

    /** Deletes an event so that nobody finds it again. */
    static void deleteForGood(ItemLookup.Found found) throws Refusal {
        cancel(found);
        Deletion.deleteForGood(found);
    }

    private static void cancel(ItemLookup.Found found) throws Refusal {
        if (isOrganizer(found) && !Deletion.isOf(found)) {
            Invitations.cancelled(found.mailbox(), properties(found), LOUD);
        }
    }

    private static boolean isOrganizer(ItemLookup.Found found) throws Refusal {
        return ShownItem.of(found).properties().is("IsOrganizer");
    }

    private static Properties properties(ItemLookup.Found found) {
        return found.occurrence() == null
                ? found.item().properties
                : found.occurrence().properties();
    }
}
