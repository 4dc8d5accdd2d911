package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.graph.LoopbackRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of writes, over both transports. */
@ParameterizedClass
@EnumSource(Way.class)
class WritesOverTheWireTest {

    private final Office office;
    private final Endpoint contacts;
    private final Endpoint events;

    WritesOverTheWireTest(Way way) {
        office = new Office(way);
        contacts = office.contacts();
        events = office.events();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static Item contact(String name) {
        return Items.contact(name, "Example").build();
    }

    private static Item event(String subject) {
        return Items.meeting(
                        subject,
                        MutableClock.START.plus(Duration.ofDays(1)).atZone(ZoneOffset.UTC),
                        Duration.ofHours(1))
                .build();
    }

    private WriteOutcome.Written ada() {
        return office.create(contacts, contact("Ada"));
    }

    private WriteOutcome change(WriteOutcome.Written known) {
        return contacts.write(List.of(Office.change(known, ContactFields.JOB_TITLE, "Countess")))
                .get(0);
    }

    private List<Write> creations(int count) {
        List<Write> creations = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            creations.add(office.creation(contact("Person " + at)));
        }
        return creations;
    }

    private LoopbackRequest part(String operation) {
        return office.graph.parts().stream()
                .filter(request -> request.operation().equals(operation))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    @DisplayName("P7: twenty new records go into one request")
    void writesTwentyInOneRequest() {
        ada();

        assertThat(office.requests(() -> contacts.write(creations(20)))).isEqualTo(1);
        assertThat(office.folder(ItemKind.CONTACT).list()).hasSize(21);
    }

    @Test
    @DisplayName("S4: an update sends the changed field alone, on condition of the version")
    void sendsTheChangedFieldAlone() {
        WriteOutcome.Written ada = ada();

        change(ada);

        assertThat(part("PATCH contacts").body()).isEqualTo("{\"jobTitle\":\"Countess\"}");
        assertThat(part("PATCH contacts").header("if-match"))
                .isEqualTo("W/\"" + ada.version().value() + "\"");
    }

    @Test
    @DisplayName("F12: a record that somebody edits meanwhile is in conflict")
    void refusesWhereSomebodyWasFaster() {
        WriteOutcome.Written ada = ada();
        office.folder(ItemKind.CONTACT).edit(office.exchangeId(ada.id()), "Surname", "Lovelace");

        assertThat(change(ada)).isInstanceOf(WriteOutcome.Conflict.class);
        assertThat(contacts.write(List.of(new Write.Delete(ada.id(), ada.version())))
                        .get(0))
                .isInstanceOf(WriteOutcome.Conflict.class);
    }

    @Test
    @DisplayName("S10: a record that somebody deletes meanwhile is gone, though its id still finds it in Deleted Items")
    void saysGoneWhereSomebodyDeleted() {
        WriteOutcome.Written ada = ada();
        office.folder(ItemKind.CONTACT).delete(office.exchangeId(ada.id()));

        assertThat(change(ada)).isInstanceOf(WriteOutcome.Gone.class);
        assertThat(contacts.write(List.of(new Write.Delete(ada.id(), ada.version())))
                        .get(0))
                .isInstanceOf(WriteOutcome.Gone.class);
        assertThat(office.mailbox.deletedItems().list()).hasSize(1);
    }

    @Test
    @DisplayName("F7: a part that is throttled is put off until it is said, and the others are done")
    void putsOffWhatIsThrottled() {
        contacts.changes(null);
        office.graph.faults().nth("POST contacts", 2).throttle(Duration.ofSeconds(90));

        List<WriteOutcome> outcomes = contacts.write(creations(3));

        assertThat(outcomes.get(1))
                .isEqualTo(new WriteOutcome.Deferred(office.clock.instant().plusSeconds(90)));
        assertThat(List.of(outcomes.get(0), outcomes.get(2))).hasOnlyElementsOfType(WriteOutcome.Written.class);
        assertThat(office.requests(
                        () -> assertThatThrownBy(() -> contacts.changes(null)).isInstanceOf(ThrottledException.class)))
                .as("requests before the moment")
                .isZero();
    }

    @Test
    @DisplayName("F2: nobody knows what became of writes whose answer a gateway lost")
    void saysUnknownWhereTheAnswerIsLost() {
        contacts.changes(null);
        office.graph.faults().next("$batch").loseAnswerToGateway(502);
        List<Write> creations = creations(2);

        assertThat(contacts.write(creations)).hasOnlyElementsOfType(WriteOutcome.Unknown.class);

        List<Tagged> found = contacts.find(
                creations.stream().map(write -> ((Write.Create) write).tag()).toList());
        assertThat(found).as("found by their marks").hasSize(2);
        assertThat(office.graph.count("POST contactFolders/contacts")).isEqualTo(2);
    }

    @Test
    @DisplayName("F2: a part of which the server does not know itself is unknown")
    void saysUnknownOfAPart() {
        contacts.changes(null);
        office.graph.faults().nth("POST contacts", 1).refuse(504, "GatewayTimeout");

        List<WriteOutcome> outcomes = contacts.write(creations(2));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("S15: a record that the server refuses keeps no other one back")
    void keepsNothingBack() {
        contacts.changes(null);
        office.graph.faults().nth("POST contacts", 1).refuse(400, "ErrorInvalidProperty");

        List<WriteOutcome> outcomes = contacts.write(creations(2));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("ErrorInvalidProperty"));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("nothing was sent: the call as a whole fails")
    void failsWhereNothingWasSent() {
        contacts.changes(null);
        office.graph.faults().next("$batch").throttle(Duration.ofSeconds(30));

        assertThatThrownBy(() -> contacts.write(creations(2))).isInstanceOf(ThrottledException.class);
    }

    @Test
    @DisplayName("F4: what was written before a request failed stays written, and the rest is put off")
    void keepsWhatWasWritten() {
        Endpoint large =
                office.another().paging(200, 50).build().open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration());
        large.changes(null);
        office.graph.faults().nth("$batch", 2).throttle(Duration.ofSeconds(30));

        List<WriteOutcome> outcomes = large.write(creations(45));

        assertThat(outcomes.subList(0, 20)).hasOnlyElementsOfType(WriteOutcome.Written.class);
        assertThat(outcomes.subList(20, 45))
                .containsOnly(new WriteOutcome.Deferred(office.clock.instant().plusSeconds(30)));
    }

    @Test
    @DisplayName("G4: an event whose creation reaches the server twice is there once")
    void createsAnEventOnce() {
        Write.Create creation = office.creation(event("Lunch"));

        WriteOutcome.Written first =
                Office.written(events.write(List.of(creation)).get(0));
        WriteOutcome.Written second =
                Office.written(events.write(List.of(creation)).get(0));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(office.mailbox.calendar().list()).hasSize(1);
    }

    @Test
    @DisplayName("S17: a folder that is not there any more is made anew, as another one")
    void makesTheFolderAnew() {
        WriteOutcome.Written ada = ada();
        ScopeIdentity before = contacts.scopeIdentity();
        office.graph.faults().next("POST contacts").refuse(404, "ErrorFolderNotFound");

        WriteOutcome outcome = contacts.write(creations(1)).get(0);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.permanent()).isFalse());
        assertThat(office.requests(contacts::scopeIdentity))
                .as("folder and mailbox are looked up again")
                .isEqualTo(2);
        assertThat(contacts.scopeIdentity()).isEqualTo(before);
        assertThat(change(ada)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("S4: what a person wrote in another part of an address stays")
    void keepsTheRestOfAnAddress() {
        WriteOutcome.Written ada = office.create(
                contacts,
                Items.contact("Ada", "Example")
                        .set(ContactFields.BUSINESS_STREET, "1 Main Street")
                        .set(ContactFields.BUSINESS_CITY, "Boston")
                        .build());
        LoopbackItem edited = office.folder(ItemKind.CONTACT)
                .edit(office.exchangeId(ada.id()), "PhysicalAddresses/Business/PostalCode", "02134");
        WriteOutcome.Written now = new WriteOutcome.Written(ada.id(), new ItemVersion(edited.changeKey()));

        Office.update(contacts, now, ContactFields.BUSINESS_CITY, "Salem");

        Map<String, String> values = office.folder(ItemKind.CONTACT)
                .item(office.exchangeId(ada.id()))
                .values();
        assertThat(values)
                .containsEntry("PhysicalAddresses/Business/Street", "1 Main Street")
                .containsEntry("PhysicalAddresses/Business/City", "Salem")
                .containsEntry("PhysicalAddresses/Business/PostalCode", "02134");
    }

    @Test
    @DisplayName("P7: events that are moved go into one request, and are read in one before")
    void movesEventsTogether() {
        WriteOutcome.Written lunch = office.create(events, event("Lunch"));
        WriteOutcome.Written dinner = office.create(events, event("Dinner"));
        EventTime later = event("Later").get(EventFields.TIME).orElseThrow();

        int requests = office.requests(() -> assertThat(events.write(List.of(
                        Office.change(lunch, EventFields.TIME, later), Office.change(dinner, EventFields.TIME, later))))
                .hasOnlyElementsOfType(WriteOutcome.Written.class));

        assertThat(requests).isEqualTo(2);
    }

    @Test
    @DisplayName("F7: where nothing can be read before an event is written, nothing is")
    void writesNothingUnread() {
        WriteOutcome.Written lunch = office.create(events, event("Lunch"));
        office.graph.faults().next("GET events").refuse(500, "ErrorInternalServerError");

        WriteOutcome outcome = events.write(List.of(Office.change(lunch, EventFields.SUBJECT, "Dinner")))
                .get(0);

        assertThat(outcome).isEqualTo(new WriteOutcome.Deferred(office.clock.instant()));
        assertThat(office.graph.count("PATCH events")).isZero();
    }

    @Test
    @DisplayName("F7: a server that answers nothing at all before a write fails the call")
    void failsWhereNothingIsRead() {
        WriteOutcome.Written lunch = office.create(events, event("Lunch"));
        office.graph.faults().next("$batch").serviceUnavailable();

        assertThatThrownBy(() -> events.write(List.of(Office.change(lunch, EventFields.SUBJECT, "Dinner"))))
                .isInstanceOf(UnavailableException.class);
    }
}
