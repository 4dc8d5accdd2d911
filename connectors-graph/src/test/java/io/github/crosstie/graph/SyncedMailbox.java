package io.github.crosstie.graph;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user whose CRM is in memory and whose mailbox is over the wire, synced by the engine. */
final class SyncedMailbox implements AutoCloseable {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");
    private static final String ADDRESS = "anna@acme.example";
    private static final int ROUNDS = 4;
    private static final ZonedDateTime TEN = MutableClock.START
            .plus(Duration.ofDays(14))
            .atZone(ZoneId.of("Europe/Berlin"))
            .withHour(10);

    private final MutableClock clock = MutableClock.create();
    private final LoopbackGraph graph = LoopbackGraph.start(clock);
    private final InMemorySystem crm = InMemorySystem.builder(Side.CRM, clock).build();
    private final Crosstie crosstie;

    SyncedMailbox(Way way) {
        this(way, InvitationPolicy.NEVER);
    }

    SyncedMailbox(Way way, InvitationPolicy invitations) {
        graph.keepBodies(false);
        graph.mailbox(ADDRESS);
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, ADDRESS, SALES).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .events(EventSettings.DEFAULT
                        .withRecords(RecordSettings.builder(ItemKind.EVENT)
                                .direction(SyncDirection.BOTH)
                                .build())
                        .withInvitations(invitations))
                .build();
        crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(ACME, configuration)), crm)
                .mail(Office.connector(way, graph, clock).build())
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(SequentialIds.create())
                .build();
    }

    LoopbackGraph graph() {
        return graph;
    }

    LoopbackMailbox mailbox() {
        return graph.mailbox(ADDRESS);
    }

    InMemoryRecords crm(ItemKind kind) {
        return crm.records(new Owner(ANNA.value()), kind);
    }

    SyncResult sync() {
        return crosstie.sync(ACME, ANNA);
    }

    /** Rounds without further faults, some hours apart. */
    void settle() {
        graph.faults().clear();
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(Duration.ofHours(3));
            sync();
        }
    }

    /** Records on either side that the other one does not have. */
    void fill() {
        Owner anna = new Owner(ANNA.value());
        crm.records(anna, ItemKind.CONTACT).create(Items.contact("Ada", "Crm").build());
        crm.records(anna, ItemKind.CONTACT).create(Items.contact("Bea", "Crm").build());
        crm.records(anna, ItemKind.EVENT).create(series());
        mailbox()
                .addFolder("Salesforce_Sync", mailbox().contacts())
                .put(Map.of("Surname", "Mail", "EmailAddresses/EmailAddress1", "cleo.mail@example.com"));
        mailbox()
                .calendar()
                .put(Map.of(
                        "Subject", "Lunch",
                        "Start", TEN.plusDays(1).toInstant().toString(),
                        "End", TEN.plusDays(1).plusHours(1).toInstant().toString()));
    }

    private static Item series() {
        return Items.meeting("Standing", TEN, Duration.ofHours(1))
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(TEN.getDayOfWeek()).toBuilder()
                                .count(5)
                                .build())
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(new OriginalStart.At(TEN.plusWeeks(1))))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.At(TEN.plusWeeks(2)),
                                Item.event().set(EventFields.SUBJECT, "Sitting").build()))
                .build();
    }

    /** What people see on both sides. */
    Map<String, List<String>> state() {
        Owner anna = new Owner(ANNA.value());
        Map<String, List<String>> state = new TreeMap<>();
        state.put("CRM contacts", new ArrayList<>());
        crm.records(anna, ItemKind.CONTACT)
                .items()
                .values()
                .forEach(item -> add(
                        state,
                        "CRM contacts",
                        item.get(ContactFields.EMAIL_ADDRESS).orElse("")));
        state.put("CRM events", new ArrayList<>());
        crm.records(anna, ItemKind.EVENT).items().values().forEach(item -> {
            add(state, "CRM events", item.get(EventFields.SUBJECT).orElse(""));
            item.get(EventFields.EXCEPTIONS).ifPresent(exceptions -> add(state, "CRM events", exceptions.toString()));
            item.get(EventFields.CANCELLED_OCCURRENCES)
                    .ifPresent(cancelled -> add(state, "CRM events", cancelled.toString()));
        });
        state.put("contacts", values(mailbox().folder("Salesforce_Sync"), "EmailAddresses/EmailAddress1"));
        List<String> shown = new ArrayList<>();
        for (LoopbackItem item : mailbox()
                .calendar()
                .occurrences(TEN.minusDays(1).toInstant(), TEN.plusWeeks(9).toInstant())) {
            shown.add(item.value("Subject") + " " + item.value("Start"));
        }
        state.put("occurrences", shown);
        state.values().forEach(list -> list.sort(null));
        return state;
    }

    private static void add(Map<String, List<String>> state, String key, String value) {
        state.getOrDefault(key, new ArrayList<>()).add(value);
    }

    private static List<String> values(LoopbackFolder folder, String name) {
        return new ArrayList<>(
                folder.list().stream().map(item -> item.value(name)).toList());
    }

    /** What both sides are to end up with. */
    Map<String, List<String>> wanted() {
        Map<String, List<String>> wanted = new TreeMap<>();
        List<String> people = List.of("Ada.Crm@example.com", "Bea.Crm@example.com", "cleo.mail@example.com");
        wanted.put("CRM contacts", people);
        wanted.put("contacts", people);
        List<String> events = new ArrayList<>(List.of("Lunch", "Standing"));
        series().get(EventFields.EXCEPTIONS).ifPresent(exceptions -> events.add(exceptions.toString()));
        series().get(EventFields.CANCELLED_OCCURRENCES).ifPresent(cancelled -> events.add(cancelled.toString()));
        events.sort(null);
        wanted.put("CRM events", events);
        List<String> occurrences = new ArrayList<>(List.of(
                "Standing " + TEN.toInstant(),
                "Lunch " + TEN.plusDays(1).toInstant(),
                "Sitting " + TEN.plusWeeks(2).toInstant(),
                "Standing " + TEN.plusWeeks(3).toInstant(),
                "Standing " + TEN.plusWeeks(4).toInstant()));
        occurrences.sort(null);
        wanted.put("occurrences", occurrences);
        return wanted;
    }

    @Override
    public void close() {
        graph.close();
    }
}
