package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.NewItem;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.internal.exchange.OwnProperties;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How one kind of item is read and written. Immutable, thread-safe. */
public interface ItemMapping {

    /** Where an item carries its search key: binary, as text in base64. */
    PropertyPath SEARCH_KEY = PropertyPath.tagged("0x300B", "Binary");

    /** Where an item carries its stamp. */
    PropertyPath STAMP = ExtendedProperty.own(OwnProperties.TAG);

    /**
     * Puts a stamp on an item that is there.
     *
     * @param stamp the stamp
     * @return the change
     */
    static PropertyChange marking(Stamp stamp) {
        return new PropertyChange.Set(STAMP, out -> ExtendedProperty.write(STAMP, stamp.text(), out));
    }

    /**
     * The fields that a mailbox holds.
     *
     * @return all of them, in their order
     */
    SortedSet<Field<?>> fields();

    /**
     * The element that stands for an item.
     *
     * @return {@code Contact} or {@code CalendarItem}
     */
    String element();

    /**
     * What a server is asked for, so that an item can be read.
     *
     * @return the shape; bodies as plain text
     */
    ItemShape shape();

    /**
     * Reads an item. Never fails because of what is in it: that is told as its trouble.
     *
     * @param element stands on the item's element
     * @return the item
     */
    ItemRecord read(XmlInput element);

    /**
     * A new item, in the order of the schema.
     *
     * @param item its values; for a series without what its occurrences have of their own
     * @param stamp the engine's mark
     * @return the item to create
     * @throws IllegalArgumentException if Exchange cannot hold it; ask {@link #cannotExpress} first
     */
    NewItem create(Item item, Stamp stamp);

    /**
     * The changes of an item, one property each.
     *
     * @param changed the changed fields; null clears one
     * @param after the whole item as it is to be afterwards; a field may be left out if none of the changed ones goes
     *     with it
     * @param bodyIsHtml whether the item's body is HTML now, and is to stay so
     * @return the changes; none if no field of them is kept in the item itself
     * @throws IllegalArgumentException if Exchange cannot hold it; ask {@link #cannotExpress} first
     */
    List<PropertyChange> update(Map<Field<?>, @Nullable Object> changed, Item after, boolean bodyIsHtml);

    /**
     * What a mailbox holds of a value.
     *
     * @param field a field of this kind
     * @param value a value of the field's type
     * @return the value as it is read back; null if nothing is left of it
     */
    @Nullable
    Object project(Field<?> field, Object value);

    /**
     * Why Exchange cannot hold an item.
     *
     * @param item its values
     * @return the reason and what to do; empty if it can
     */
    Optional<String> cannotExpress(Item item);
}
