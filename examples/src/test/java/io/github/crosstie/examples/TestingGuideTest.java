package io.github.crosstie.examples;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Write;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.EndpointContract;
import io.github.crosstie.testkit.FailingStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.StateStoreContract;
import io.github.crosstie.testkit.SyncedUser;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/testing.md, which is compared with this file line by line. */
class TestingGuideTest {

    private static final Owner ADA = new Owner("ada@example.com");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final String EVERY_MONDAY = """
            <t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Monday</t:DaysOfWeek></t:WeeklyRecurrence>
            <t:NoEndRecurrence><t:StartDate>2026-03-16</t:StartDate></t:NoEndRecurrence>""";

    private final List<String> hints = new ArrayList<>();

    // spotless:off
    @Test
    void configures() {
        SyncedUser anna = SyncedUser.builder()
                .configuration(configuration -> configuration.contacts(SyncDirection.CRM_TO_MAIL))
                .mail(mailbox -> mailbox.pageSize(2).carriesRecords(false))
                .build();
        anna.mailContacts().create(Items.contact("Ada", "Lovelace").build());

        SyncPlan plan = anna.plan(ItemKind.CONTACT);                 // touches nothing

        assertThat(plan).wouldWriteNothing();
        assertThat(anna.sync()).wroteNothing();
    }

    @Test
    void scriptsPeople() {
        SyncedUser anna = SyncedUser.create();
        ItemId ada = anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        anna.sync();
        ItemId copy = anna.mailContacts().items().keySet().iterator().next();

        anna.crmContacts().edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        anna.mailContacts().faults().beforeCall(2, () ->             // while the engine is at it
                anna.mailContacts().edit(copy, contact -> contact.set(NOTES, "met in London")));
        anna.clock().schedule(anna.clock().instant().plusSeconds(300), () ->
                anna.crmContacts().edit(ada, contact -> contact.set(COMPANY_NAME, "Analytical Engines")));

        anna.sync();
        anna.syncAfter(Duration.ofMinutes(10));
        Item both = Items.contact("Ada", "Lovelace").set(JOB_TITLE, "Countess").set(NOTES, "met in London")
                .set(COMPANY_NAME, "Analytical Engines").build();
        assertThat(anna.crmContacts()).holdsExactly(both);
        assertThat(anna.mailContacts()).areInStepWith(anna.crmContacts());
    }

    @Test
    void throttles() {
        SyncedUser anna = SyncedUser.create();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        Instant later = anna.clock().instant().plusSeconds(90);
        anna.mailContacts().faults().throttleUntil(later);

        assertThat(anna.sync()).stoppedWith(OutcomeCode.THROTTLED).waitsUntil(later);
        assertThat(anna.sync()).stoppedWith(OutcomeCode.THROTTLED);  // too early, so nobody is called

        anna.clock().set(later);
        assertThat(anna.sync()).createdInMailbox(1);
        assertThat(anna.mailContacts().faults().calledTooEarly()).isZero();
    }

    @Test
    void syncsEvents() {
        SyncedUser anna = SyncedUser.builder()
                .configuration(configuration -> configuration.events(SyncDirection.BOTH))
                .build();
        ZonedDateTime ten = MutableClock.START.atZone(ZoneId.of("Europe/Berlin")).plusWeeks(2).withHour(10);
        anna.crmEvents().create(Items.allDay("Fair", ten.toLocalDate(), 2).build());
        anna.crmEvents().create(Items.meeting("Stand-up", ten, Duration.ofMinutes(15))
                .set(RECURRENCE, Recurrence.weekly(ten.getDayOfWeek()).toBuilder().count(5).build())
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(new OriginalStart.At(ten.plusWeeks(1))))
                .set(EXCEPTIONS, OccurrenceExceptions.of(
                        new OriginalStart.At(ten.plusWeeks(2)), Item.event().set(SUBJECT, "Sit-down").build()))
                .build());

        assertThat(anna.sync()).createdInMailbox(2);
        assertThat(anna.mailEvents()).areInStepWith(anna.crmEvents());
    }

    @Test
    void resumes() {
        SyncedUser anna = SyncedUser.create();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());

        anna.mailContacts().faults().failNext(new UnauthorizedException("the secret has expired"));
        assertThat(anna.sync()).stoppedWith(OutcomeCode.AUTH_EXPIRED);
        assertThat(anna.sync()).stoppedWith(OutcomeCode.AUTH_EXPIRED);  // parked, so nobody is called

        anna.crosstie().resume(anna.organization(), anna.id());         // the secret is renewed
        assertThat(anna.sync()).createdInMailbox(1);
    }

    @Test
    void refuses() {
        SyncedUser anna = SyncedUser.create();
        ItemId ada = anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        anna.mailContacts().faults().rejectWrites(Write.Create.class::isInstance, "ErrorQuotaExceeded");

        assertThat(anna.sync()).wroteNothing().reports(OutcomeCode.VALIDATION_REJECTED, ada);
    }

    @Test
    void kills() {
        FailingStore store = FailingStore.around(InMemoryStateStore.create());
        SyncedUser anna = SyncedUser.builder().store(store).build();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        store.failAt(4, FailingStore.When.AFTER);                    // stored, but nobody hears of it
        anna.sync();
        store.recover();

        anna.syncAfter(Duration.ofMinutes(10));

        assertThat(anna.mailContacts()).hold(1).areInStepWith(anna.crmContacts());
    }

    @Test
    void servesSalesforce() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();

        MutableClock clock = MutableClock.create();
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock)) {
            SalesforceOrganization organization = salesforce.organization();
            String ada = organization.addUser("ada@acme.example", "Lovelace");
            organization.addMember(organization.addGroup("Sales"), ada);
            String charles = organization.contacts().create(Map.of("LastName", "Babbage", "OwnerId", ada));

            salesforce.faults().next("/query").serviceUnavailable();          // a page of HTML, status 503
            salesforce.faults().next("/sobjects/Contact").meanwhile(() ->
                    organization.contacts().edit(charles, "Title", "Engineer"));

            HttpRequest query = HttpRequest.newBuilder(
                            salesforce.url().resolve("/services/data/v67.0/query?q=SELECT+Id+FROM+Contact"))
                    .header("Authorization", "Bearer " + salesforce.accessToken())
                    .build();
            assertThat(client.send(query, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
            assertThat(client.send(query, BodyHandlers.ofString()).body()).contains(charles);
            assertThat(salesforce.count("GET /query")).isEqualTo(2);
        }
    }

    @Test
    void startsExchange() {
        MutableClock clock = MutableClock.create();
        LoopbackExchange server = LoopbackExchange.start(clock);         // or start(), on the machine's clock
        LoopbackMailbox mailbox = server.mailbox("anna@acme.example").alias("a.almond@acme.example");
        LoopbackFolder contacts = mailbox.contacts();
        try (server) {
            LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada", "EmailAddresses/EmailAddress1", "ada@example.org"));
            contacts.edit(ada.id(), "JobTitle", "Countess");
            LoopbackItem standUp = mailbox.calendar().put(Map.of(
                    "Subject", "Stand-up", "StartTimeZone", "W. Europe Standard Time", "RequiredAttendees", "ben@globex.example",
                    "Start", "2026-03-16T09:00:00", "End", "2026-03-16T09:15:00", "Recurrence", EVERY_MONDAY));

            LoopbackItem second = mailbox.calendar().occurrences(MARCH, APRIL).get(1);
            mailbox.calendar().edit(second.id(), "Location", "Large room");

            assertThat(mailbox.calendar().item(standUp.id()).value("ModifiedOccurrences")).contains("2026-03-23T08:00:00Z");
            server.faults().next("CreateItem").loseAnswer();             // it is done, and nobody hears of it

            codeUnderTest(server.url());

            assertThat(contacts.list()).extracting(contact -> contact.value("GivenName")).containsExactly("Ada", "Grace");
            assertThat(mailbox.sent()).isEmpty();
            assertThat(server.count("CreateItem")).isEqualTo(1);
        }
    }

    private static void codeUnderTest(URI exchange) {
        HttpRequest request = HttpRequest.newBuilder(exchange)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
                            xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"
                            xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
                          <s:Header><t:RequestServerVersion Version="Exchange2013_SP1"/></s:Header>
                          <s:Body><CreateItem><Items><t:Contact><t:GivenName>Grace</t:GivenName></t:Contact></Items></CreateItem></s:Body>
                        </s:Envelope>"""))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void startsGraph() {
        LoopbackGraph graph = LoopbackGraph.start();                 // or LoopbackGraph.over(exchange)
        LoopbackMailbox ben = graph.mailbox("ben@acme.example");
        ben.contacts().put(Map.of("GivenName", "Ada", "Surname", "Lovelace"));
        try (graph) {

            graph.faults().next("POST contacts").loseAnswer();           // it is done, and nobody hears of it
            graph.faults().nth("delta", 2).expire();                     // status 410 on the second page

            graphClientUnderTest(graph.url(), graph.accessToken());

            assertThat(ben.contacts().list()).hasSize(2);
            assertThat(ben.sent()).isEmpty();
            assertThat(graph.count("POST contacts")).isEqualTo(1);
        }
    }

    private static void graphClientUnderTest(URI graph, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(graph + "/users/ben@acme.example/contacts"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"givenName\":\"Grace\"}"))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void handsNotificationsOn() throws IOException, InterruptedException {
        try (LoopbackGraph graph = LoopbackGraph.start(MutableClock.create())) {
            LoopbackMailbox ben = graph.mailbox("ben@acme.example");
            HttpRequest wish = HttpRequest.newBuilder(URI.create(graph.url() + "/subscriptions"))
                    .header("Authorization", "Bearer " + graph.accessToken())
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"changeType":"created","resource":"users/ben@acme.example/contacts",
                             "notificationUrl":"https://host.example/hints",
                             "expirationDateTime":"2026-03-02T20:00:00Z"}"""))
                    .build();
            HttpClient.newHttpClient().send(wish, HttpResponse.BodyHandlers.ofString());
            ben.contacts().put(Map.of("GivenName", "Ada"));

            graph.subscriptions().take().forEach(notification -> hostUnderTest(notification.url(), notification.body()));

            assertThat(hints).singleElement().asString().contains("hints", "\"changeType\":\"created\"");
        }
    }

    private void hostUnderTest(String url, String body) {
        hints.add(url + " " + body);
    }

    @Nested
    class MyEndpointTest extends EndpointContract {

        private final Notebook account = new Notebook();

        @Override
        protected Endpoint open() {
            return new NotebookConnector(ADA, account).open(ADA, ItemKind.CONTACT, Items.anyConfiguration());
        }

        @Override
        protected boolean deleteAsPerson(ItemId id) {
            account.save(id, null);
            return true;
        }
    }

    @Nested
    class MyStoreTest extends StateStoreContract {

        private final InMemoryStateStore database = InMemoryStateStore.create();

        @Override
        protected StateStore open() {
            return database;
        }

        @Override
        protected StateStore openAgain(StateStore store) {
            return database;                                         // a durable one: close it, and open it anew
        }
    }
    // spotless:on

    @Test
    void theGuideShowsTheLinesThatRun() throws IOException {
        Path here = Path.of("src/test/java/io/github/crosstie/examples");
        List<String> run = new ArrayList<>(MarkdownCode.lines(here.resolve("TestingGuideTest.java")));
        run.addAll(MarkdownCode.lines(here.resolve("TwoServersGuideTest.java")));

        List<List<String>> blocks = MarkdownCode.javaBlocks(Path.of("../docs/testing.md"));

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(8);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(MarkdownCode.dense(run)).contains(MarkdownCode.dense(block)));
    }
}
