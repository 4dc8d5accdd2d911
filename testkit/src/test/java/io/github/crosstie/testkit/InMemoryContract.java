package io.github.crosstie.testkit;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;

/** The contract, run on a system in memory whose records a person edits too. */
abstract class InMemoryContract extends EndpointContract {

    private static final Owner ADA = new Owner("ada@example.com");

    private final ItemKind kind;
    private final InMemorySystem system;
    private final InMemoryRecords records;

    InMemoryContract(ItemKind kind, InMemorySystem.Builder builder) {
        this.kind = kind;
        this.system = builder.build();
        this.records = system.records(ADA, kind);
    }

    static InMemorySystem.Builder mailbox() {
        return InMemorySystem.builder(Side.MAIL, MutableClock.create());
    }

    @Override
    protected Endpoint open() {
        return system.open(ADA, kind, Items.anyConfiguration());
    }

    @Override
    protected ItemKind kind(Endpoint endpoint) {
        return kind;
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        records.delete(id);
        return true;
    }

    @Override
    protected ItemId copyAsPerson(ItemId id) {
        return records.copy(id);
    }
}
