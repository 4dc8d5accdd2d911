package io.github.crosstie.examples;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ContactFields;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A simulation with a mailbox that has nothing but names: what people type in the CRM never gets there. */
final class FailingSimulation {

    private FailingSimulation() {}

    static Simulation create() {
        return Simulation.builder()
                .faults(Set.of())
                .mail((traits, clock) -> new NarrowMailbox(clock))
                .build();
    }

    private static final class NarrowMailbox implements SimulatedSide {

        private static final Owner OWNER = new Owner("ada@example.com");

        private final InMemorySystem system;
        private final InMemoryRecords records;

        NarrowMailbox(Clock clock) {
            system = InMemorySystem.builder(Side.MAIL, clock)
                    .capabilities(
                            ItemKind.CONTACT,
                            Capabilities.full(ItemKind.CONTACT)
                                    .withFields(List.of(ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS)))
                    .build();
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
            records.delete(id);
        }
    }
}
