package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is invited to events, as the organization's event relations name them. */
class InviteesTest {

    private final SyncedOrganization acme = new SyncedOrganization(true, SalesforceConnector.Builder::invitees);
    private final Endpoint endpoint = acme.open(ItemKind.EVENT);
    private final SalesforceRecords events = acme.crm(ItemKind.EVENT);
    private final SalesforceOrganization organization = acme.salesforce.organization();
    private final SalesforceRecords relations = organization.eventRelations();
    private Cursor cursor;

    @AfterEach
    void stop() {
        acme.close();
    }

    private String meeting(Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "Subject",
                "Tea",
                "OwnerId",
                acme.user,
                "StartDateTime",
                acme.tomorrow().toInstant(),
                "DurationInMinutes",
                60));
        fields.putAll(more);
        return events.create(fields);
    }

    private String contact(String address) {
        return organization.contacts().create(Map.of("LastName", "Babbage", "Email", address));
    }

    private String invite(String event, String who, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("EventId", event, "RelationId", who));
        fields.putAll(more);
        return relations.create(fields);
    }

    private String invite(String event, String who) {
        return invite(event, who, Map.of());
    }

    private RemoteItem read(String id) {
        return ((ReadOutcome.Found) endpoint.read(List.of(new ItemId(id))).get(0)).record();
    }

    private Set<String> attendees(String id) {
        return read(id).item().get(EventFields.REQUIRED_ATTENDEES).orElse(Set.of());
    }

    private List<Change> begin() {
        ChangePage page = endpoint.changes(null);
        cursor = endpoint.changes(page.next()).next();
        acme.clock.advance(Duration.ofMinutes(20));
        return page.changes();
    }

    private List<Change> later() {
        ChangePage page = endpoint.changes(cursor);
        cursor = page.next();
        acme.clock.advance(Duration.ofMinutes(20));
        return page.changes();
    }

    private Change upserted(String id) {
        return new Change.Upserted(new ItemId(id), read(id).version(), read(id));
    }

    @Test
    @DisplayName(
            "contacts, leads and users who are invited are attendees, by their addresses; copies stay nobody's records")
    void readsInvitees() {
        String event = meeting(Map.of());
        String lead = organization
                .records("Lead")
                .create(Map.of("LastName", "Byron", "Company", "Newstead", "Email", "byron@example.com"));
        invite(event, contact("charles@example.com"));
        invite(event, lead);
        invite(event, organization.addUser("grace@acme.example", "Hopper"));

        List<Change> listed = begin();

        assertThat(attendees(event))
                .containsExactlyInAnyOrder("charles@example.com", "byron@example.com", "grace@acme.example");
        assertThat(listed).containsExactly(upserted(event));
        assertThat(acme.live(ItemKind.EVENT)).hasSize(2);
    }

    @Test
    @DisplayName("who is only related, uninvited, without an address, or the owner, is no attendee")
    void leavesOthersOut() {
        String event = meeting(Map.of());
        invite(event, contact("charles@example.com"));
        invite(event, contact("related@example.com"), Map.of("IsParent", true));
        invite(event, contact("uninvited@example.com"), Map.of("Status", "Uninvited"));
        invite(event, organization.contacts().create(Map.of("LastName", "Nobody")));
        invite(event, acme.user);

        assertThat(attendees(event)).containsExactly("charles@example.com");
    }

    @Test
    @DisplayName("an organization without shared activities, which does not show who is an invitee, has invitees alone")
    void readsWithoutSharedActivities() {
        organization.access().hideFields("EventRelation", "IsInvitee");
        String event = meeting(Map.of());
        invite(event, contact("charles@example.com"));

        assertThat(attendees(event)).containsExactly("charles@example.com");
    }

    @Test
    @DisplayName("the feed tells an event when somebody is invited to it, and when somebody no longer is")
    void tellsOfInvitations() {
        String event = meeting(Map.of());
        String first = invite(event, contact("charles@example.com"));
        begin();

        String second = invite(event, contact("byron@example.com"));
        assertThat(later()).containsExactly(upserted(event));
        relations.delete(first);
        assertThat(later()).containsExactly(upserted(event));
        relations.delete(second);
        relations.purge(second);
        assertThat(later()).containsExactly(upserted(event));
        assertThat(attendees(event)).isEmpty();
        assertThat(later()).isEmpty();
    }

    @Test
    @DisplayName("F1: after a restart, too, the feed tells an event when somebody is no longer invited to it")
    void tellsOfInvitationsAfterARestart() {
        String event = meeting(Map.of());
        String invitation = invite(event, contact("charles@example.com"));
        begin();
        relations.delete(invitation);

        assertThat(acme.openAnew(ItemKind.EVENT).changes(cursor).changes()).containsExactly(upserted(event));
    }

    @Test
    @DisplayName("an answer alone is no change, as answers stay where they are")
    void ignoresAnswers() {
        String event = meeting(Map.of());
        String invitation = invite(event, contact("charles@example.com"));
        begin();
        relations.edit(invitation, "Status", "Accepted");

        assertThat(later()).isEmpty();
        assertThat(endpoint.capabilities().fields())
                .contains(EventFields.REQUIRED_ATTENDEES)
                .doesNotContain(EventFields.RESPONSES, EventFields.OPTIONAL_ATTENDEES, EventFields.ORGANIZER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IsRecurrence2", "IsRecurrence"})
    @DisplayName("S6: the invitees of a series are those of its record, and no occurrence differs by them")
    void readsInviteesOfSeries(String kind) {
        String series = meeting(
                kind.equals("IsRecurrence2")
                        ? Map.of(kind, true, "Recurrence2PatternText", "RRULE:FREQ=DAILY;COUNT=3")
                        : Map.of(
                                kind,
                                true,
                                "RecurrenceType",
                                "RecursDaily",
                                "RecurrenceInterval",
                                1,
                                "RecurrenceTimeZoneSidKey",
                                "Europe/Berlin",
                                "RecurrenceEndDateOnly",
                                acme.tomorrow().plusDays(2).toLocalDate()));
        events.edit(series, "Recurrence2PatternTimeZone", "Europe/Berlin");
        invite(series, contact("charles@example.com"));

        assertThat(attendees(series)).containsExactly("charles@example.com");
        assertThat(read(series).item().get(EventFields.EXCEPTIONS)).isEmpty();
        assertThat(read(series).item().get(EventFields.RECURRENCE)).isPresent();
    }

    @Test
    @DisplayName("S4: invitees are never written: the projection says so beforehand, and those who are there stay")
    void writesNobody() {
        String event = meeting(Map.of());
        invite(event, contact("charles@example.com"));
        contact("byron@example.com");
        EventTime time = read(event).item().get(EventFields.TIME).orElseThrow();
        Item item = Item.event()
                .set(EventFields.SUBJECT, "Coffee")
                .set(EventFields.TIME, time)
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("byron@example.com"))
                .build();

        List<WriteOutcome> outcomes = endpoint.write(List.of(
                new Write.Update(
                        new ItemId(event),
                        read(event).version(),
                        Map.of(
                                EventFields.SUBJECT,
                                "Coffee",
                                EventFields.REQUIRED_ATTENDEES,
                                Set.of("byron@example.com"))),
                new Write.Create(new CorrelationTag("v1/1"), "1", item)));

        assertThat(outcomes).hasSize(2).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(endpoint.project(EventFields.REQUIRED_ATTENDEES, Set.of("byron@example.com")))
                .isNull();
        assertThat(attendees(event)).containsExactly("charles@example.com");
        assertThat(relations.count()).isEqualTo(1);
        assertThat(((WriteOutcome.Written) outcomes.get(0)).version())
                .isEqualTo(read(event).version());
    }

    @Test
    @DisplayName(
            "S4, S6: people who are invited to one occurrence alone are not written either, and the rest of what it has is")
    void writesNobodyToOccurrences() {
        OriginalStart start = new OriginalStart.At(acme.tomorrow());
        Item own = Item.event()
                .set(EventFields.LOCATION, "Garden")
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("byron@example.com"))
                .build();
        Item kept = Item.event().set(EventFields.LOCATION, "Garden").build();

        assertThat(endpoint.project(EventFields.EXCEPTIONS, OccurrenceExceptions.of(start, own)))
                .isEqualTo(OccurrenceExceptions.of(start, kept));
    }

    @Test
    @DisplayName("invitees reach the mailbox's meeting, and whoever is invited there stays there")
    void syncsInvitees() {
        String event = meeting(Map.of());
        String invitation = invite(event, contact("charles@example.com"));
        acme.settle();
        ItemId mail = acme.mail(ItemKind.EVENT).items().keySet().iterator().next();
        acme.mail(ItemKind.EVENT)
                .edit(
                        mail,
                        item -> item.set(
                                EventFields.REQUIRED_ATTENDEES, Set.of("charles@example.com", "mary@example.com")));
        acme.settle();
        invite(event, contact("byron@example.com"));
        acme.settle();

        assertThat(acme.mail(ItemKind.EVENT).items().get(mail).get(EventFields.REQUIRED_ATTENDEES))
                .contains(Set.of("byron@example.com", "charles@example.com", "mary@example.com"));
        relations.delete(invitation);
        acme.settle();
        assertThat(acme.mail(ItemKind.EVENT).items().get(mail).get(EventFields.REQUIRED_ATTENDEES))
                .contains(Set.of("byron@example.com", "mary@example.com"));
        assertThat(attendees(event)).containsExactly("byron@example.com");
    }

    @Test
    @DisplayName("one request reads the invitees of all events that have any, and none is sent where there are none")
    void readsAllTogether() {
        String who = contact("charles@example.com");
        for (int number = 0; number < 30; number++) {
            String event = meeting(Map.of());
            if (number % 2 == 0) {
                invite(event, who);
            }
        }
        begin();
        int before = acme.salesforce.requests().size();

        endpoint.changes(null);

        assertThat(acme.salesforce.requests().size() - before).isEqualTo(2);
    }

    @Test
    @DisplayName("F4: a poll that fails at the invitees has told nobody anything, and the next one tells all")
    void losesNothingInAFailedPoll() {
        String event = meeting(Map.of());
        begin();
        invite(event, contact("charles@example.com"));
        acme.salesforce.faults().next("/sobjects/EventRelation/deleted").serviceUnavailable();
        assertThatThrownBy(this::later).isInstanceOf(UnavailableException.class);

        assertThat(later()).containsExactly(upserted(event));
    }
}
