package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.ContactMapping;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Folders, identities, deletions and requests of a mailbox. */
class MailboxOverTheWireTest {

    private static final String RESOLVED = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
                xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"
                xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
              <s:Body><m:ResolveNamesResponse><m:ResponseMessages>
                <m:ResolveNamesResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>
                  <m:ResolutionSet TotalItemsInView="1" IncludesLastItemInRange="true"><t:Resolution><t:Mailbox>
                    <t:Name>Bea</t:Name><t:EmailAddress>bea@acme.example</t:EmailAddress>
                    <t:RoutingType>SMTP</t:RoutingType><t:MailboxType>Mailbox</t:MailboxType>
                  </t:Mailbox></t:Resolution></m:ResolutionSet>
                </m:ResolveNamesResponseMessage>
              </m:ResponseMessages></m:ResolveNamesResponse></s:Body>
            </s:Envelope>""";

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
    @DisplayName("S17: contacts live in one folder under Contacts, which is made once; other contacts do not take part")
    void makesTheFolderOnce() {
        office.mailbox.contacts().put(Map.of("Surname", "Elsewhere"));

        office.create(contacts, ada());
        office.create(office.contacts(), ada());

        assertThat(office.contactFolder().list()).hasSize(2);
        assertThat(office.exchange.count("CreateFolder")).isEqualTo(1);
        assertThat(contacts.changes(null).changes()).hasSize(2);
    }

    @Test
    @DisplayName("distribution lists among the contacts are no contacts")
    void leavesDistributionListsOut() {
        office.create(contacts, ada());
        office.contactFolder().put("DistributionList", Map.of("DisplayName", "Everybody"));

        assertThat(contacts.changes(null).changes()).hasSize(1);
    }

    @Test
    @DisplayName("F9: a mailbox that was made anew has another identity")
    void tellsAnotherMailbox() {
        ScopeIdentity before = contacts.scopeIdentity();
        assertThat(office.contacts().scopeIdentity()).isEqualTo(before);

        office.mailbox.moveElsewhere();

        assertThat(office.contacts().scopeIdentity()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("S10: what people delete is proven to be deleted, what they move elsewhere is not")
    void tellsDeletedFromMoved() {
        WriteOutcome.Written deleted = office.create(contacts, ada());
        WriteOutcome.Written moved = office.create(contacts, ada());
        LoopbackItem own = office.contactFolder().put(Map.of("Surname", "Own"));
        ChangePage page = contacts.changes(null);
        office.contactFolder().delete(deleted.id().value());
        office.contactFolder().delete(own.id());
        office.contactFolder().move(moved.id().value(), office.mailbox.contacts());

        List<Change> changes = contacts.changes(page.next()).changes();

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new Change.Removed(deleted.id(), Removal.DELETED),
                        new Change.Removed(new ItemId(own.id()), Removal.DELETED),
                        new Change.Removed(moved.id(), Removal.GONE_FROM_VIEW));
    }

    @Test
    @DisplayName("P7: what the engine has written is told without being read, unless somebody has edited it since")
    void readsNothingThatItHasWritten() {
        ChangePage before = contacts.changes(null);
        WriteOutcome.Written own = office.create(contacts, ada());
        WriteOutcome.Written edited = office.create(contacts, ada());
        office.contactFolder().edit(edited.id().value(), "JobTitle", "Edited");

        List<Change> told = contacts.changes(before.next()).changes();

        assertThat(told).hasSize(2).contains(new Change.Upserted(own.id(), own.version()));
        assertThat(told)
                .filteredOn(change -> change.id().equals(edited.id()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Upserted.class,
                        change -> assertThat(change.record()).isNotNull());
        assertThat(contacts.changes(null).changes())
                .allSatisfy(change ->
                        assertThat(((Change.Upserted) change).record()).isNotNull());
    }

    @Test
    @DisplayName("S22: tells by which UID an event is known beyond the server; contacts have none")
    void tellsUids() {
        Endpoint events = office.events();
        WriteOutcome.Written meeting = office.create(
                events, Items.allDay("Fair", LocalDate.of(2026, 5, 4), 2).build());
        WriteOutcome.Written person = office.create(contacts, ada());
        String uid = office.mailbox.calendar().list().get(0).value("UID");

        assertThat(events.uids(List.of(meeting.id(), new ItemId("AAMkAD-unknown"))))
                .isEqualTo(Map.of(meeting.id(), uid));
        assertThat(contacts.uids(List.of(person.id()))).isEmpty();
    }

    @Test
    @DisplayName("S10: a connector that never saw an item cannot prove its deletion, and does not claim to")
    void provesNothingThatItNeverSaw() {
        WriteOutcome.Written deleted = office.create(contacts, ada());
        office.contactFolder().delete(deleted.id().value());

        Endpoint other = ExchangeContract.connector(office.exchange, office.clock)
                .build()
                .open(ExchangeContract.ADA, ItemKind.CONTACT, Items.anyConfiguration());

        assertThat(other.read(List.of(deleted.id())))
                .containsExactly(new ReadOutcome.Absent(deleted.id(), Removal.UNKNOWN));
    }

    @Test
    @DisplayName("P7: an idle round asks once, a changed item costs one more request, and fifty new ones one in all")
    void isFrugal() {
        office.create(contacts, ada());
        contacts.changes(null);
        List<Write> creations = new ArrayList<>();
        for (int contact = 0; contact < 50; contact++) {
            creations.add(office.creation(ada()));
        }

        int writing = office.requests(() -> contacts.write(creations));
        ChangePage page = contacts.changes(null);
        int idle = office.requests(() -> contacts.changes(page.next()));
        office.contactFolder().edit(office.contactFolder().list().get(0).id(), "JobTitle", "Keeper");
        int changed = office.requests(() -> contacts.changes(page.next()));

        assertThat(List.of(writing, idle, changed)).containsExactly(1, 1, 2);
    }

    @Test
    @DisplayName("C8: an alias leads to the mailbox, an unknown address to none")
    void tellsAliases() {
        office.mailbox.alias("ada.example@acme.example");

        assertThat(office.connector.mailboxOf(ExchangeContract.ADA, "ada.example@acme.example"))
                .contains(new Owner("ada@acme.example"));
        assertThat(office.connector.mailboxOf(ExchangeContract.ADA, "nobody@acme.example"))
                .isEmpty();
    }

    @Test
    @DisplayName("people whom Exchange names by its directory are told by their addresses, and asked for once")
    void resolvesTheDirectorysOwnNames() {
        String bea = "/o=Acme/ou=Users/cn=Recipients/cn=bea";
        String gone = "/o=Acme/ou=Users/cn=Recipients/cn=gone";
        office.mailbox
                .calendar()
                .put(Map.of(
                        "Subject", "Meeting",
                        "Start", "2026-03-03T10:00:00Z",
                        "End", "2026-03-03T11:00:00Z",
                        "RequiredAttendees", bea + "," + gone));
        office.exchange.faults().next("ResolveNames").answer(200, "text/xml; charset=utf-8", RESOLVED);
        Endpoint events = office.events();

        Item first = found(events.changes(null));
        Item again = found(events.changes(null));

        assertThat(first.get(EventFields.REQUIRED_ATTENDEES)).contains(Set.of("bea@acme.example", gone));
        assertThat(again).isEqualTo(first);
        assertThat(office.exchange.count("ResolveNames")).isEqualTo(2);
    }

    private static Item found(ChangePage page) {
        return Objects.requireNonNull(((Change.Upserted) page.changes().get(0)).record())
                .item();
    }

    @Test
    void actsInTheNameOfTheUserIfToldTo() {
        office.exchange.mailbox("bea@acme.example");
        EwsConnector impersonating = ExchangeContract.connector(office.exchange, office.clock)
                .impersonate()
                .build();
        Endpoint bea = impersonating.open(new Owner("bea@acme.example"), ItemKind.CONTACT, Items.anyConfiguration());

        office.create(bea, ada());

        assertThat(office.exchange
                        .mailbox("bea@acme.example")
                        .folder("Salesforce_Sync")
                        .list())
                .hasSize(1);
        assertThat(contacts.changes(null).changes()).isEmpty();
    }

    @Test
    @DisplayName("all fields of a contact are held over the wire")
    void holdsAllFields() {
        Item.Builder all = Item.contact();
        new ContactMapping()
                .fields()
                .forEach(field -> all.put(
                        field,
                        switch (field.type()) {
                            case DATE -> LocalDate.of(1985, 12, 10);
                            case TEXT_SET -> Set.of("Red", "Green");
                            default ->
                                field.equals(ContactFields.BUSINESS_HOME_PAGE)
                                        ? "https://acme.example/ada"
                                        : "Value of " + field.name();
                        }));
        Item item = all.build();

        WriteOutcome.Written written = office.create(contacts, item);

        assertThat(Office.read(contacts, written.id()).item().values()).isEqualTo(item.values());
    }

    @Test
    @DisplayName("G3: a listing is not complete without what was changed while it was listed")
    void listsWhatChangesMeanwhile() {
        Endpoint contacts = ExchangeContract.connector(office.exchange, office.clock)
                .paging(1, 50)
                .build()
                .open(ExchangeContract.ADA, ItemKind.CONTACT, Items.anyConfiguration());
        Set<ItemId> all = Set.of(
                office.create(contacts, Items.contact("Ada", "Example").build()).id(),
                office.create(contacts, Items.contact("Bea", "Example").build()).id());
        Set<ItemId> listed = new TreeSet<>();
        ChangePage page = contacts.changes(null);
        page.changes().forEach(change -> listed.add(change.id()));
        ItemId other =
                all.stream().filter(id -> !listed.contains(id)).findFirst().orElseThrow();
        office.contactFolder().edit(other.value(), "JobTitle", "Queen");

        while (!page.complete()) {
            page = contacts.changes(page.next());
            page.changes().forEach(change -> listed.add(change.id()));
        }

        assertThat(listed).isEqualTo(all);
        assertThat(contacts.changes(page.next()).changes()).isEmpty();
    }
}
