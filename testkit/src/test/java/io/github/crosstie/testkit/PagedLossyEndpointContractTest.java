package io.github.crosstie.testkit;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;
import java.util.Locale;

class PagedLossyEndpointContractTest extends EndpointContract {

    private static final Owner ADA = new Owner("ada@example.com");

    @Override
    protected Endpoint open() {
        InMemorySystem system = InMemorySystem.builder(Side.MAIL, MutableClock.create())
                .pageSize(1)
                .carriesRecords(false)
                .projection((field, value) -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value)
                .build();
        system.records(ADA, ItemKind.CONTACT);
        return system.open(ADA, ItemKind.CONTACT, Items.anyConfiguration());
    }
}
