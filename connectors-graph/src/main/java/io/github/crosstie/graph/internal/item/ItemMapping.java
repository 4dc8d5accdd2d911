package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How one kind of item is read and written. Immutable, thread-safe. */
public sealed interface ItemMapping permits ContactMapping, EventMapping {

    /**
     * The fields that a mailbox holds and Graph lets through.
     *
     * @return all of them, in their order
     */
    SortedSet<Field<?>> fields();

    /**
     * Asks for all that is needed to read an item.
     *
     * @param reading a call that reads one item, or lists items
     * @return the same with what to select and to expand, and in which zone and type of body
     */
    GraphCall asking(GraphCall reading);

    /**
     * Reads an item. Never fails because of what is in it: that is told as its trouble.
     *
     * @param item an item that was read by a call of {@link #asking}
     * @return the item
     */
    ItemRecord read(JsonNode item);

    /**
     * A new item.
     *
     * @param item its values; what occurrences of a series have of their own is not written
     * @param stamp the engine's mark
     * @return the body of the request
     * @throws IllegalArgumentException if Exchange cannot hold it; ask {@link #cannotExpress} first
     */
    ObjectNode create(Item item, Stamp stamp);

    /**
     * Whether more than the changed values must be known to change them, because Graph has several fields in one value.
     *
     * @param changed the fields that change
     * @return true if {@link #update} needs the whole item, read just before
     */
    boolean needsBefore(Collection<Field<?>> changed);

    /**
     * The changes of an item.
     *
     * @param changed the changed fields; null clears one
     * @param after the item as it is to be afterwards; whole if {@link #needsBefore} says so
     * @param before the item as it was read just before; null if it was not
     * @return the body of the request; empty if no field of them is kept in the item itself
     * @throws IllegalArgumentException if Exchange cannot hold it; ask {@link #cannotExpress} first
     */
    ObjectNode update(Map<Field<?>, @Nullable Object> changed, Item after, @Nullable JsonNode before);

    /**
     * Why a change must not be written although Exchange could hold it.
     *
     * @param changed the changed fields; null clears one
     * @param before the item as it is
     * @param item the same as it was told
     * @return the reason and what to do; empty if it can be written
     */
    Optional<String> cannotChange(Map<Field<?>, @Nullable Object> changed, ItemRecord before, JsonNode item);

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
