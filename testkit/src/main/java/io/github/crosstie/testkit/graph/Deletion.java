package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.ItemDisposal;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Refusal;

/**
 * How Graph deletes: an item goes to the deleted items, from there out of people's sight, and no further. An immutable
 * id finds it all the way; after a permanent deletion it finds nothing. An occurrence is gone at once.
 */
final class Deletion {

    private Deletion() {}

    /** Whether an item has been deleted before. */
    static boolean isOf(Found found) {
        String folder = found.item().folder.distinguishedName;
        return folder.equals("deleteditems") || folder.equals("recoverableitemsdeletions");
    }

    static void delete(Found found) throws Refusal {
        switch (found.item().folder.distinguishedName) {
            case "recoverableitemsdeletions" ->
                throw new Refusal("ErrorCannotDeleteObject", "Object cannot be deleted.");
            case "deleteditems" -> ItemDisposal.delete(found, "SoftDelete");
            default -> ItemDisposal.delete(found, "MoveToDeletedItems");
        }
    }

    static void deleteForGood(Found found) {
        ItemDisposal.delete(found, "HardDelete");
    }
}
