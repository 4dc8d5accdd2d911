package io.github.crosstie.examples.systems;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.memory.InMemoryRecords;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records in memory, which shows every field there is. */
final class InMemoryScreen extends Screen {

    private final InMemoryRecords records;

    InMemoryScreen(InMemoryRecords records) {
        this.records = records;
    }

    @Override
    public void create(Item item) {
        records.create(item);
    }

    @Override
    Map<String, Item> byId() {
        Map<String, Item> items = new LinkedHashMap<>();
        records.items().forEach((id, item) -> items.put(id.value(), item));
        return items;
    }

    @Override
    void change(String id, Field<?> field, Object value) {
        records.edit(new ItemId(id), item -> item.put(field, value));
    }

    @Override
    void remove(String id) {
        records.delete(new ItemId(id));
    }
}
