package io.github.crosstie.salesforce;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.recurrence.RuleExpander;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One user of an organization, whose mailbox is in memory. */
final class SyncedOrganization implements AutoCloseable {

    static final String TAG = "Crosstie_Tag__c";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Owner MAILBOX = new Owner("ada@acme.example");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Recurrence DAILY =
            Recurrence.daily().toBuilder().count(4).build();

    final MutableClock clock = MutableClock.create();
    final LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
    final String user;
    private final InMemorySystem mailboxes = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final SequentialIds ids = SequentialIds.create();
    private final SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("default"))
            .contacts(SyncDirection.BOTH)
            .events(SyncDirection.BOTH)
            .build();
    private final boolean hasTags;
    private final UnaryOperator<SalesforceConnector.Builder> settings;
    private final Connector connector;

    SyncedOrganization(boolean hasTags) {
        this(hasTags, UnaryOperator.identity());
    }

    SyncedOrganization(boolean hasTags, UnaryOperator<SalesforceConnector.Builder> settings) {
        for (String object : List.of("Contact", "Event")) {
            salesforce
                    .organization()
                    .declare(
                            object,
                            SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        }
        user = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        this.hasTags = hasTags;
        this.settings = settings;
        connector = connect();
        mail(ItemKind.CONTACT);
        mail(ItemKind.EVENT);
    }

    private Connector connect() {
        SalesforceConnector.Builder builder = SalesforceConnector.builder(
                        SalesforceConnection.builder()
                                .client(CLIENT)
                                .tokens(new KeptSession(salesforce))
                                .clock(clock)
                                .allowPlainHttp()
                                .deadline(Duration.ofSeconds(5))
                                .build(),
                        salesforce.organization().id())
                .userZones(owner -> ZONE)
                .recurrences(RuleExpander.create())
                .freshness(Duration.ZERO);
        return settings.apply(hasTags ? builder.tagField(TAG) : builder).build();
    }

    /** The same after a restart. */
    Endpoint openAnew(ItemKind kind) {
        return connect().open(new Owner(user), kind, configuration);
    }

    Endpoint open(ItemKind kind) {
        return connector.open(new Owner(user), kind, configuration);
    }

    SalesforceRecords crm(ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? salesforce.organization().contacts()
                : salesforce.organization().events();
    }

    InMemoryRecords mail(ItemKind kind) {
        return mailboxes.records(MAILBOX, kind);
    }

    ZonedDateTime tomorrow() {
        return clock.instant().atZone(ZONE).plusDays(1).withNano(0);
    }

    /** Two contacts and an event on each side. */
    void fill() {
        crm(ItemKind.CONTACT).create(Map.of("LastName", "Babbage", "FirstName", "Charles", "OwnerId", user));
        crm(ItemKind.CONTACT).create(Map.of("LastName", "Byron", "Email", "byron@acme.example", "OwnerId", user));
        crm(ItemKind.EVENT)
                .create(Map.of(
                        "Subject",
                        "Demonstration",
                        "OwnerId",
                        user,
                        "StartDateTime",
                        tomorrow().toInstant(),
                        "EndDateTime",
                        tomorrow().plusHours(1).toInstant()));
        mail(ItemKind.CONTACT).create(Items.contact("Grace", "Hopper").build());
        mail(ItemKind.CONTACT).create(Items.contact("Mary", "Somerville").build());
        mail(ItemKind.EVENT)
                .create(Items.meeting("Review", tomorrow().plusDays(1), Duration.ofHours(1))
                        .build());
    }

    /** A series on each side, one of whose occurrences is cancelled in the mailbox. */
    void fillSeries() {
        ZonedDateTime first = tomorrow();
        crm(ItemKind.EVENT)
                .create(Map.of(
                        "Subject",
                        "Standing",
                        "OwnerId",
                        user,
                        "StartDateTime",
                        first.plusHours(2).toInstant(),
                        "DurationInMinutes",
                        30,
                        "IsRecurrence2",
                        true,
                        "Recurrence2PatternText",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        "Recurrence2PatternTimeZone",
                        ZONE.getId()));
        mail(ItemKind.EVENT)
                .create(Items.meeting("Sitting", first.plusHours(4), Duration.ofHours(1))
                        .set(EventFields.RECURRENCE, DAILY)
                        .set(
                                EventFields.CANCELLED_OCCURRENCES,
                                CancelledOccurrences.of(
                                        new OriginalStart.At(first.plusHours(4).plusDays(1))))
                        .build());
    }

    /** An occurrence is edited in the organization, and one is cancelled in the mailbox. */
    void changeSeries() {
        SalesforceRecord last = live(ItemKind.EVENT).stream()
                .filter(event -> "Standing".equals(event.text("Subject")) && "0".equals(event.text("GroupEventType")))
                .max(Comparator.comparing(event -> event.moment("StartDateTime")))
                .orElseThrow();
        crm(ItemKind.EVENT).edit(last.id(), "Location", "Garden");
        InMemoryRecords events = mail(ItemKind.EVENT);
        events.items().forEach((id, item) -> {
            if ("Sitting".equals(item.value(EventFields.SUBJECT))) {
                CancelledOccurrences cancelled =
                        item.get(EventFields.CANCELLED_OCCURRENCES).orElseThrow();
                ZonedDateTime second = ((OriginalStart.At) cancelled.starts().first()).moment();
                events.edit(
                        id,
                        edited -> edited.set(
                                        EventFields.CANCELLED_OCCURRENCES,
                                        cancelled.with(new OriginalStart.At(second.plusDays(1))))
                                .set(EventFields.SUBJECT, "Sitting on"));
            }
        });
    }

    /** An event in the organization, to which two people are invited. */
    void fillInvitees() {
        String event = crm(ItemKind.EVENT)
                .create(Map.of(
                        "Subject",
                        "Demonstration",
                        "OwnerId",
                        user,
                        "StartDateTime",
                        tomorrow().toInstant(),
                        "DurationInMinutes",
                        60));
        invite(event, "charles@example.com");
        invite(event, "mary@example.com");
    }

    /** One of them is no longer invited, and somebody else is. */
    void changeInvitees() {
        invitations().delete(invitations().all().get(0).id());
        invite(id(ItemKind.EVENT, "Subject", "Demonstration"), "grace@example.com");
    }

    private void invite(String event, String address) {
        String person = salesforce
                .organization()
                .records("Lead")
                .create(Map.of("LastName", "Somebody", "Company", "Somewhere", "Email", address));
        invitations().create(Map.of("EventId", event, "RelationId", person));
    }

    private SalesforceRecords invitations() {
        return salesforce.organization().eventRelations();
    }

    /** Edits and deletions on both sides of what {@link #fill} made and was synced. */
    void change() {
        crm(ItemKind.CONTACT).edit(id(ItemKind.CONTACT, "LastName", "Babbage"), "Title", "Professor");
        crm(ItemKind.CONTACT).delete(id(ItemKind.CONTACT, "LastName", "Byron"));
        crm(ItemKind.EVENT).edit(id(ItemKind.EVENT, "Subject", "Review"), "Location", "Room 2");
        InMemoryRecords people = mail(ItemKind.CONTACT);
        ItemId grace = people.items().entrySet().stream()
                .filter(one -> "Hopper".equals(one.getValue().value(ContactFields.SURNAME)))
                .findFirst()
                .orElseThrow()
                .getKey();
        people.edit(grace, item -> item.set(ContactFields.JOB_TITLE, "Admiral"));
    }

    private String id(ItemKind kind, String field, String value) {
        return live(kind).stream()
                .filter(record -> value.equals(record.text(field)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    List<SalesforceRecord> live(ItemKind kind) {
        return crm(kind).all().stream().filter(record -> !record.deleted()).toList();
    }

    void sync() {
        for (ItemKind kind : ItemKind.values()) {
            run(kind);
        }
    }

    RoundReport run(ItemKind kind) {
        CollectionKey key =
                new CollectionKey(new OrganizationId(salesforce.organization().id()), new UserId(user), kind);
        return SyncRound.builder(key, configuration)
                .recurrences(RuleExpander.create())
                .build(open(kind), mailboxes.open(MAILBOX, kind, configuration), store, clock, ids)
                .run();
    }

    /** Rounds until nothing can be left to do: what was put off is tried again. */
    void settle() {
        for (int round = 0; round < 4; round++) {
            clock.advance(Duration.ofHours(2));
            sync();
        }
    }

    /** What people see on both sides. */
    Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>();
        for (ItemKind kind : ItemKind.values()) {
            state.put(
                    "crm " + kind,
                    live(kind).stream()
                            .map(record -> kind == ItemKind.CONTACT
                                    ? record.text("FirstName") + " " + record.text("LastName") + ", "
                                            + record.text("Title")
                                    : record.text("Subject") + ", " + record.text("Location") + ", "
                                            + record.moment("StartDateTime"))
                            .sorted()
                            .toList());
            state.put(
                    "mail " + kind,
                    mail(kind).items().values().stream()
                            .map(item -> item.values().toString())
                            .sorted()
                            .toList());
        }
        return state;
    }

    @Override
    public void close() {
        salesforce.close();
    }
}
