package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A side in memory, which can do everything. A mailbox tells nothing of records that came and went between two polls, as Exchange
 * does; a CRM does, as it knows what is in its recycle bin.
 */
final class InMemorySide implements SimulatedSide {

    private static final Owner OWNER = new Owner("0051");

    private final ItemKind kind;
    private final InMemorySystem system;
    private final InMemoryRecords records;

    private InMemorySide(Side side, ItemKind kind, InMemorySystem system) {
        this.kind = kind;
        this.system = system;
        records = system.records(OWNER, kind);
        if (side == Side.MAIL) {
            records.faults().omitBriefRecords();
        }
    }

    static SideSource on(Side side) {
        return on(side, ItemKind.CONTACT);
    }

    static SideSource on(Side side, ItemKind kind) {
        Capabilities all = Capabilities.full(kind);
        Capabilities able = kind == ItemKind.CONTACT ? all.withFields(Vocabulary.FIELDS) : all;
        return (traits, clock) -> create(side, traits, clock, able);
    }

    static SimulatedSide create(Side side, SideTraits traits, Clock clock, Capabilities able) {
        ItemKind kind = able.fields().first().kind();
        return new InMemorySide(
                side,
                kind,
                InMemorySystem.builder(side, clock)
                        .pageSize(traits.pageSize())
                        .carriesRecords(traits.carriesRecords())
                        .lossy(traits.projection())
                        .capabilities(kind, able.withBatches(traits.batch(), traits.batch()))
                        .build());
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return system.open(OWNER, kind, configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        return records.items();
    }

    @Override
    public Optional<Item> item(ItemId id) {
        return records.item(id);
    }

    @Override
    public ItemId create(Item item) {
        return records.create(item);
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        records.edit(id, item -> item.put(field, value));
    }

    @Override
    public void delete(ItemId id) {
        records.delete(id);
    }

    @Override
    public Optional<ItemId> copy(ItemId id) {
        return Optional.of(records.copy(id));
    }

    @Override
    public boolean restore(ItemId id) {
        records.restore(id);
        return true;
    }
}
