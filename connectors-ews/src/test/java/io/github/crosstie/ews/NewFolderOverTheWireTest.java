package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A mailbox whose folder of contacts to sync is not there yet. */
class NewFolderOverTheWireTest {

    private static final Set<String> READING =
            Set.of("FindFolder", "GetFolder", "SyncFolderItems", "FindItem", "GetItem");

    private final Office office = new Office();
    private final Endpoint contacts = office.contacts();

    @AfterEach
    void close() {
        office.close();
    }

    private static Item ada() {
        return Items.contact("Ada", "Example").build();
    }

    @Test
    @DisplayName("S12, S17: whoever only reads leaves nothing in the mailbox")
    void readsWithoutATrace() {
        contacts.scopeIdentity();
        ChangePage everything = contacts.changes(null);
        ChangePage later = contacts.changes(everything.next());
        contacts.find(List.of(new CorrelationTag("v1/attempt/1")));
        contacts.read(List.of(new ItemId("AAMkAGone")));
        contacts.readClaim();

        assertThat(everything.changes()).isEmpty();
        assertThat(everything.complete()).isTrue();
        assertThat(later.changes()).isEmpty();
        assertThat(operations()).isSubsetOf(READING);
    }

    private Set<String> operations() {
        return office.exchange.requests().stream()
                .map(LoopbackRequest::operation)
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("S17: what comes into the folder once it is made is told from the cursor of when it was not there")
    void goesOnFromNoFolder() {
        ChangePage nothing = contacts.changes(null);

        office.create(contacts, ada());
        office.contactFolder().put(Map.of("Surname", "Own"));

        assertThat(contacts.changes(nothing.next()).changes()).hasSize(2);
    }

    @Test
    @DisplayName("F9: the folder is the same place after it is made, and another one after it is made anew")
    void isTheSamePlace() {
        ScopeIdentity before = contacts.scopeIdentity();
        office.create(contacts, ada());
        ScopeIdentity made = office.contacts().scopeIdentity();
        office.mailbox.removeFolder(office.contactFolder());
        ScopeIdentity removed = ExchangeContract.connector(office.exchange, office.clock)
                .build()
                .open(ExchangeContract.ADA, ItemKind.CONTACT, Items.anyConfiguration())
                .scopeIdentity();

        assertThat(made.continues(before)).isTrue();
        assertThat(removed.continues(made)).isFalse();
        assertThat(removed).isEqualTo(before);
    }
}
