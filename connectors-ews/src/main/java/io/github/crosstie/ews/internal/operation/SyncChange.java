package io.github.crosstie.ews.internal.operation;

/** A change of a folder's content since a sync state. May be told several times, in any order. */
public sealed interface SyncChange {

    /**
     * Which item.
     *
     * @return its key; without a change key where it is gone
     */
    ItemKey item();

    /**
     * An item is there.
     *
     * @param item the item
     * @param element what it is, such as {@code Contact}, {@code DistributionList} or {@code CalendarItem}
     */
    record Created(ItemKey item, String element) implements SyncChange {}

    /**
     * An item is another than before; possibly one never told before.
     *
     * @param item the item
     * @param element what it is
     */
    record Updated(ItemKey item, String element) implements SyncChange {}

    /**
     * An item is not in the folder any more: deleted or moved elsewhere, where it has another id.
     *
     * @param item the item
     */
    record Deleted(ItemKey item) implements SyncChange {}

    /**
     * Somebody read an item, or marked it as unread; nothing else about it changed.
     *
     * @param item the item
     */
    record ReadFlagChanged(ItemKey item) implements SyncChange {}
}
