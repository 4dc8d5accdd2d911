package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a simulated history: the endpoint that the engine works with, and what people do there meanwhile. Implemented by
 * authors of connectors over their test server. Used by one thread.
 *
 * <p>The simulator adds the faults by itself, around the endpoint: the side answers as well as it can. What people do takes effect
 * at once, whatever version a record has, and shows in the endpoint's next page of changes.
 *
 * <p>The capabilities of the endpoint count: people fill in only fields that both sides declare, and where one declares no tags the
 * faults that no side could survive without them are left out: {@link FaultKind#CRASH}, {@link FaultKind#LOST_ANSWER}, {@link
 * FaultKind#LATE_REQUEST} and {@link FaultKind#ZOMBIE}. Values that its {@link Endpoint#project projection} makes one are one.
 */
public interface SimulatedSide {

    /**
     * Opens the way of one worker of the engine. Called once for each round, and once before the first, to see what the endpoint
     * can do.
     *
     * @param configuration how the user syncs
     * @return an endpoint for records of the simulation's kind
     */
    Endpoint open(SyncConfiguration configuration);

    /**
     * What people see.
     *
     * @return all records that are there, by id, in an order that is always the same
     */
    Map<ItemId, Item> items();

    /**
     * What people see of one record.
     *
     * @param id its id
     * @return its values, or empty if it is not there
     */
    default Optional<Item> item(ItemId id) {
        return Optional.ofNullable(items().get(id));
    }

    /**
     * A person creates a record.
     *
     * @param item its values
     * @return its id
     */
    ItemId create(Item item);

    /**
     * A person changes one field.
     *
     * @param id the record, which is there
     * @param field the field
     * @param value its new value, or null for none
     */
    void edit(ItemId id, Field<?> field, @Nullable Object value);

    /**
     * A person deletes a record, such that a read proves it.
     *
     * @param id the record, which is there
     */
    void delete(ItemId id);

    /**
     * What keeps the value that it has when a record is made: here neither people nor the engine can change it. People of the other
     * side leave it as well, and agree on it from the beginning.
     *
     * @return such fields; none by default
     */
    default Set<Field<?>> fixed() {
        return Set.of();
    }

    /**
     * Whether there can be two series with the same rule and start here. Where there cannot, people of either side copy none.
     *
     * @return true by default
     */
    default boolean holdsTwinSeries() {
        return true;
    }

    /**
     * A person copies a record, the engine's mark included where the system copies it.
     *
     * @param id the record, which is there
     * @return the copy's id; empty if people cannot copy here
     */
    default Optional<ItemId> copy(ItemId id) {
        return Optional.empty();
    }

    /**
     * A person brings a deleted record back, with its id.
     *
     * @param id a record that was deleted
     * @return false if people cannot do that here: nothing happened then
     */
    default boolean restore(ItemId id) {
        return false;
    }
}
