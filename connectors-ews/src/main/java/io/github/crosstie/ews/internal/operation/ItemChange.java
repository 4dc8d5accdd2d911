package io.github.crosstie.ews.internal.operation;

import java.util.List;

/**
 * Changes of one item.
 *
 * @param item the item with the version that the changes are based on
 * @param element what it is, such as {@code Contact} or {@code CalendarItem}
 * @param changes at least one, each of another property, in the order in which the server is to make them
 */
public record ItemChange(ItemReference item, String element, List<PropertyChange> changes) {

    /** Copies the changes. */
    public ItemChange {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("an update that changes nothing; leave it out");
        }
    }
}
