package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Ids;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Series;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;

/** Finds the items and the occurrences that requests name. */
final class RequestedItem {

    private RequestedItem() {}

    /** The mailboxes that a request can reach. */
    static List<StoredMailbox> reach(Call call) {
        return call.impersonated()
                ? List.of(call.mailbox())
                : call.organization().all();
    }

    /** What an ItemId, an OccurrenceItemId or a RecurringMasterItemId names. */
    static Found find(Call call, Tree id) throws Refusal {
        return switch (id.name()) {
            case "t:OccurrenceItemId" -> occurrence(call, id);
            case "t:RecurringMasterItemId" -> master(call, id);
            default -> byId(call, id.attribute("Id"), id.attribute("ChangeKey"));
        };
    }

    private static Found byId(Call call, String id, String changeKey) throws Refusal {
        Ids.Parsed parsed = ItemLookup.parse(id);
        Found found = stored(call, parsed.stored(), changeKey);
        if (parsed.occurrence() == null) {
            return found;
        }
        return found.at(Series.of(found.item()).byDate(parsed.occurrence()));
    }

    private static Found occurrence(Call call, Tree id) throws Refusal {
        Ids.Parsed parsed = ItemLookup.parse(id.attribute("RecurringMasterId"));
        Found found = stored(call, parsed.stored(), id.attribute("ChangeKey"));
        if (parsed.occurrence() != null || !found.item().isSeries()) {
            throw new Refusal(
                    "ErrorCalendarCannotUseIdForRecurringMasterId", "The id is not that of a recurring master.");
        }
        return found.at(Series.of(found.item()).byIndex(Integer.parseInt(id.attribute("InstanceIndex"))));
    }

    private static Found master(Call call, Tree id) throws Refusal {
        Ids.Parsed parsed = ItemLookup.parse(id.attribute("OccurrenceId"));
        if (parsed.occurrence() == null) {
            throw new Refusal("ErrorCalendarCannotUseIdForOccurrenceId", "The id is not that of an occurrence.");
        }
        return stored(call, parsed.stored(), id.attribute("ChangeKey"));
    }

    private static Found stored(Call call, String id, String changeKey) throws Refusal {
        for (StoredMailbox mailbox : reach(call)) {
            StoredItem item = mailbox.items.get(id);
            if (item != null) {
                return new Found(mailbox, item, null, changeKey);
            }
        }
        throw new Refusal("ErrorItemNotFound", "The specified object was not found in the store.");
    }
}
