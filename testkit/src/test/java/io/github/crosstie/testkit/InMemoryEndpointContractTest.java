package io.github.crosstie.testkit;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;

class InMemoryEndpointContractTest extends EndpointContract {

    private static final Owner ADA = new Owner("ada@example.com");

    @Override
    protected Endpoint open() {
        InMemorySystem system = InMemorySystem.create(Side.MAIL, MutableClock.create());
        system.records(ADA, ItemKind.CONTACT);
        return system.open(ADA, ItemKind.CONTACT, Items.anyConfiguration());
    }
}
