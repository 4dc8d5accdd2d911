package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A side on which people copy nothing, bring nothing back, and cannot change some fields of a record that is there.
 *
 * @param side does everything else
 * @param fixed those fields
 */
record PlainSide(SimulatedSide side, Set<Field<?>> fixed) implements SimulatedSide {

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return side.open(configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        return side.items();
    }

    @Override
    public ItemId create(Item item) {
        return side.create(item);
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        if (fixed.contains(field)) {
            throw new IllegalArgumentException("field " + field + ": nobody edits it here");
        }
        side.edit(id, field, value);
    }

    @Override
    public void delete(ItemId id) {
        side.delete(id);
    }
}
