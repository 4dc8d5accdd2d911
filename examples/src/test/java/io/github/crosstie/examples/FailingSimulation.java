package io.github.crosstie.examples;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.testkit.simulator.SimulatedSide;
import io.github.crosstie.testkit.simulator.Simulation;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A simulation with a mailbox in which people delete in vain: what they deleted is still there. */
final class FailingSimulation {

    private FailingSimulation() {}

    static Simulation create() {
        return Simulation.builder()
                .faults(Set.of())
                .mail((traits, clock) -> new ForgetfulMailbox(clock))
                .build();
    }

    private static final class ForgetfulMailbox implements SimulatedSide {

        private static final Owner OWNER = new Owner("ada@example.com");

        private final InMemorySystem system;
        private final InMemoryRecords records;

        ForgetfulMailbox(Clock clock) {
            system = InMemorySystem.create(Side.MAIL, clock);
            records = system.records(OWNER, ItemKind.CONTACT);
        }

        @Override
        public Endpoint open(SyncConfiguration configuration) {
            return system.open(OWNER, ItemKind.CONTACT, configuration);
        }

        @Override
        public Map<ItemId, Item> items() {
            return records.items();
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
            // In vain: that is what the oracle is to notice.
        }
    }
}
