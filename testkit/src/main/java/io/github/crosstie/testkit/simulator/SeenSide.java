package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A side with events, as people {@linkplain Occasions see} them. */
final class SeenSide implements SimulatedSide {

    private final SimulatedSide side;

    SeenSide(SimulatedSide side) {
        this.side = side;
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return side.open(configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        Map<ItemId, Item> seen = new LinkedHashMap<>();
        side.items().forEach((id, item) -> seen.put(id, Occasions.seen(item)));
        return seen;
    }

    @Override
    public Optional<Item> item(ItemId id) {
        return side.item(id).map(Occasions::seen);
    }

    @Override
    public ItemId create(Item item) {
        return side.create(Occasions.real(item));
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        Item event = side.item(id).orElseThrow();
        side.edit(id, Occasions.realField(field), Occasions.edited(event, field, value));
    }

    @Override
    public void delete(ItemId id) {
        side.delete(id);
    }

    @Override
    public Set<Field<?>> fixed() {
        return side.fixed();
    }

    @Override
    public boolean holdsTwinSeries() {
        return side.holdsTwinSeries();
    }

    @Override
    public Optional<ItemId> copy(ItemId id) {
        return side.copy(id);
    }

    @Override
    public boolean restore(ItemId id) {
        return side.restore(id);
    }
}
