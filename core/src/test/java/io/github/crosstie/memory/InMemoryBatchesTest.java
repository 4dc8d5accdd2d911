package io.github.crosstie.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Write;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A system in memory takes no more in one call than its capabilities say")
class InMemoryBatchesTest {

    private static final Owner ADA = new Owner("ada@example.com");

    private final InMemorySystem system = InMemorySystem.builder(
                    Side.MAIL, Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC))
            .capabilities(ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT).withBatches(2, 1))
            .build();
    private final InMemoryRecords records = system.records(ADA, ItemKind.CONTACT);
    private final Endpoint endpoint = system.open(
            ADA,
            ItemKind.CONTACT,
            SyncConfiguration.builder(new ConfigurationId("any")).build());

    @Test
    void refusesToReadMoreIds() {
        List<ItemId> three = List.of(new ItemId("a"), new ItemId("b"), new ItemId("c"));

        assertThatThrownBy(() -> endpoint.read(three))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("was given 3 ids to read in one call and takes at most 2");
        assertThat(endpoint.read(three.subList(0, 2))).hasSize(2);
    }

    @Test
    void refusesToLookUpMoreTags() {
        List<CorrelationTag> three = List.of(new CorrelationTag("a"), new CorrelationTag("b"), new CorrelationTag("c"));

        assertThatThrownBy(() -> endpoint.find(three))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("was given 3 tags to find in one call and takes at most 2");
        assertThat(endpoint.find(three.subList(0, 2))).isEmpty();
    }

    @Test
    void refusesMoreWritesAndMakesNoneOfThem() {
        Item ada = Item.contact().set(ContactFields.SURNAME, "Lovelace").build();
        List<Write> two = List.of(
                new Write.Create(new CorrelationTag("a"), "a", ada),
                new Write.Delete(new ItemId("b"), new ItemVersion("1")));

        assertThatThrownBy(() -> endpoint.write(two))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("was given 2 writes in one call and takes at most 1");
        assertThat(records.items()).isEmpty();
        assertThat(endpoint.write(two.subList(0, 1))).hasSize(1);
    }
}
