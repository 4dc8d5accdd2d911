package io.github.crosstie.testkit.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the items and the occurrences that requests name. */
final class ItemLookup {

    private ItemLookup() {}

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

    /** What an id names in a mailbox. */
    static Found in(StoredMailbox mailbox, String id) throws Refusal {
        Ids.Parsed parsed = parse(id);
        StoredItem item = mailbox.items.get(parsed.stored());
        if (item == null) {
            throw new Refusal("ErrorItemNotFound", "The specified object was not found in the store.");
        }
        Found found = new Found(mailbox, item, null, "");
        return parsed.occurrence() == null ? found : found.at(Series.of(item).byDate(parsed.occurrence()));
    }

    private static Found byId(Call call, String id, String changeKey) throws Refusal {
        Ids.Parsed parsed = parse(id);
        Found found = stored(call, parsed.stored(), changeKey);
        if (parsed.occurrence() == null) {
            return found;
        }
        return found.at(Series.of(found.item()).byDate(parsed.occurrence()));
    }

    private static Found occurrence(Call call, Tree id) throws Refusal {
        Ids.Parsed parsed = parse(id.attribute("RecurringMasterId"));
        Found found = stored(call, parsed.stored(), id.attribute("ChangeKey"));
        if (parsed.occurrence() != null || !found.item().isSeries()) {
            throw new Refusal(
                    "ErrorCalendarCannotUseIdForRecurringMasterId", "The id is not that of a recurring master.");
        }
        return found.at(Series.of(found.item()).byIndex(Integer.parseInt(id.attribute("InstanceIndex"))));
    }

    private static Found master(Call call, Tree id) throws Refusal {
        Ids.Parsed parsed = parse(id.attribute("OccurrenceId"));
        if (parsed.occurrence() == null) {
            throw new Refusal("ErrorCalendarCannotUseIdForOccurrenceId", "The id is not that of an occurrence.");
        }
        return stored(call, parsed.stored(), id.attribute("ChangeKey"));
    }

    private static Ids.Parsed parse(String id) throws Refusal {
        Ids.Parsed parsed = Ids.parse(id);
        if (parsed == null) {
            throw new Refusal("ErrorInvalidIdMalformed", "Id is malformed.");
        }
        if (Ids.isFolder(id)) {
            throw new Refusal("ErrorCannotUseFolderIdForItemId", "The id of a folder cannot name an item.");
        }
        return parsed;
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

    /**
     * What was found.
     *
     * @param mailbox where
     * @param item the item, or the series of the occurrence
     * @param occurrence which occurrence; null if the item itself is meant
     * @param givenChangeKey the change key of the request; empty if it gave none
     */
    record Found(
            StoredMailbox mailbox,
            StoredItem item,
            @Nullable Occurrence occurrence,
            String givenChangeKey) {

        Found at(Occurrence meant) {
            return new Found(mailbox, item, meant, givenChangeKey);
        }

        /** The change key that counts now. */
        String changeKey() {
            return occurrence == null ? item.changeKey : occurrence.changeKey();
        }

        /** The item, which no occurrence is that could be moved or copied. */
        StoredItem whole() throws Refusal {
            if (occurrence != null) {
                throw new Refusal("ErrorCalendarCannotMoveOrCopyOccurrence", "Occurrences cannot be moved or copied.");
            }
            return item;
        }

        /** The rule's date of the occurrence. */
        LocalDate date() {
            if (occurrence == null) {
                throw new IllegalStateException("no occurrence is meant");
            }
            return occurrence.date();
        }
    }
}
