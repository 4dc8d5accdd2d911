package io.github.crosstie.testkit.internal.mailbox;

/** Takes items away: for good, out of sight or into a folder where people find them. */
public final class ItemDisposal {

    private ItemDisposal() {}

    /**
     * Deletes.
     *
     * @param found the item or the occurrence
     * @param type {@code MoveToDeletedItems}, {@code SoftDelete} or {@code HardDelete}
     */
    public static void delete(ItemLookup.Found found, String type) {
        StoredItem item = found.item();
        StoredMailbox mailbox = found.mailbox();
        if (found.occurrence() != null) {
            item.exceptions.remove(found.date());
            item.deleted.add(found.date());
            mailbox.save(item);
        } else {
            switch (type) {
                case "MoveToDeletedItems" -> mailbox.move(item, mailbox.distinguished("deleteditems"));
                case "SoftDelete" -> mailbox.move(item, mailbox.distinguished("recoverableitemsdeletions"));
                default -> mailbox.remove(item);
            }
        }
    }

    /** Copies an item: all that it has, its marks too, except for the identity of an event. */
    public static StoredItem copy(StoredMailbox mailbox, StoredItem item, StoredFolder target) {
        Properties properties = item.properties.copy();
        if (item.isEvent()) {
            properties.set("UID", GlobalObjectId.newUid(mailbox.number, mailbox.next()));
        }
        StoredItem copy = new StoredItem(item.kind, item.associated, target, properties);
        item.exceptions.forEach((date, exception) -> copy.exceptions.put(date, exception.copy()));
        copy.deleted.addAll(item.deleted);
        mailbox.add(copy);
        return copy;
    }
}
