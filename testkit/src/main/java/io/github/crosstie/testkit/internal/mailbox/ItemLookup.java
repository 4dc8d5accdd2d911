package io.github.crosstie.testkit.internal.mailbox;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds items and occurrences by their ids. */
public final class ItemLookup {

    private ItemLookup() {}

    /** What an id names in a mailbox. */
    public static Found in(StoredMailbox mailbox, String id) throws Refusal {
        Ids.Parsed parsed = parse(id);
        StoredItem item = mailbox.items.get(parsed.stored());
        if (item == null) {
            throw new Refusal("ErrorItemNotFound", "The specified object was not found in the store.");
        }
        Found found = new Found(mailbox, item, null, "");
        return parsed.occurrence() == null ? found : found.at(Series.of(item).byDate(parsed.occurrence()));
    }

    /** What an id of an item or an occurrence stands for. */
    public static Ids.Parsed parse(String id) throws Refusal {
        Ids.Parsed parsed = Ids.parse(id);
        if (parsed == null) {
            throw new Refusal("ErrorInvalidIdMalformed", "Id is malformed.");
        }
        if (Ids.isFolder(id)) {
            throw new Refusal("ErrorCannotUseFolderIdForItemId", "The id of a folder cannot name an item.");
        }
        return parsed;
    }

    /**
     * What was found.
     *
     * @param mailbox where
     * @param item the item, or the series of the occurrence
     * @param occurrence which occurrence; null if the item itself is meant
     * @param givenChangeKey the change key of the request; empty if it gave none
     */
    public record Found(
            StoredMailbox mailbox,
            StoredItem item,
            @Nullable Occurrence occurrence,
            String givenChangeKey) {

        public Found at(Occurrence meant) {
            return new Found(mailbox, item, meant, givenChangeKey);
        }

        /** The change key that counts now. */
        public String changeKey() {
            return occurrence == null ? item.changeKey : occurrence.changeKey();
        }

        /** The item, which no occurrence is that could be moved or copied. */
        public StoredItem whole() throws Refusal {
            if (occurrence != null) {
                throw new Refusal("ErrorCalendarCannotMoveOrCopyOccurrence", "Occurrences cannot be moved or copied.");
            }
            return item;
        }

        /** The rule's date of the occurrence. */
        public LocalDate date() {
            if (occurrence == null) {
                throw new IllegalStateException("no occurrence is meant");
            }
            return occurrence.date();
        }
    }
}
