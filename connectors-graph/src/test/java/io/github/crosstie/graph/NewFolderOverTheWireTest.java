package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.graph.LoopbackRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A mailbox whose folder of contacts to sync is not there yet. */
class NewFolderOverTheWireTest {

    private final Office office = new Office(Way.LEAN);
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
        contacts.read(List.of(new ItemId("AAkAGone")));
        contacts.readClaim();

        assertThat(everything.changes()).isEmpty();
        assertThat(everything.complete()).isTrue();
        assertThat(later.changes()).isEmpty();
        assertThat(operations()).allMatch(name -> name.startsWith("GET ") || name.equals("POST $batch"));
    }

    private Set<String> operations() {
        return office.graph.requests().stream().map(LoopbackRequest::operation).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("S17: what comes into the folder once it is made is told from the cursor of when it was not there")
    void goesOnFromNoFolder() {
        ChangePage nothing = contacts.changes(null);

        office.create(contacts, ada());
        office.folder(ItemKind.CONTACT).put(Map.of("Surname", "Own"));

        assertThat(contacts.changes(nothing.next()).changes()).hasSize(2);
    }

    @Test
    @DisplayName("F9: the folder is the same place after it is made, and another one after it is made anew")
    void isTheSamePlace() {
        ScopeIdentity before = contacts.scopeIdentity();
        office.create(contacts, ada());
        ScopeIdentity made = office.contacts().scopeIdentity();
        office.mailbox.removeFolder(office.folder(ItemKind.CONTACT));
        ScopeIdentity removed = office.another()
                .build()
                .open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration())
                .scopeIdentity();

        assertThat(made.continues(before)).isTrue();
        assertThat(removed.continues(made)).isFalse();
        assertThat(removed).isEqualTo(before);
    }
}
