package io.github.crosstie.graph;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
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
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.CancelledOccurrences;
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
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A user whose mailbox was synced over Exchange Web Services, and is to be synced over Graph. */
final class MovingMailbox implements AutoCloseable {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");
    private static final String ADDRESS = "anna@acme.example";
    private static final ZonedDateTime TEN = MutableClock.START
            .plus(Duration.ofDays(14))
            .atZone(ZoneId.of("Europe/Berlin"))
            .withHour(10);

    final MutableClock clock = MutableClock.create();
    final LoopbackGraph graph = LoopbackGraph.start(clock);
    private final InMemorySystem crm = InMemorySystem.builder(Side.CRM, clock).build();
    final GraphConnector connector = Office.connector(Way.LEAN, graph, clock).build();
    private final Crosstie crosstie;

    MovingMailbox(UnaryOperator<IdTranslator> translator) {
        graph.keepBodies(false);
        graph.exchange().keepEnvelopes(false);
        LoopbackMailbox mailbox = graph.mailbox(ADDRESS);
        mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
        EwsConnector exchange = EwsConnector.builder()
                .client(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build())
                .auth(EwsAuth.bearer(target -> "token"))
                .server(graph.exchange().url())
                .clock(clock)
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .allowPlainHttp()
                .build();
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, ADDRESS, SALES).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
        crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(ACME, configuration)), crm)
                .mail(exchange)
                .successor(connector, translator.apply(connector.idTranslator()))
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(SequentialIds.create())
                .build();
    }

    MailboxMove move() {
        return crosstie.move(ACME, ANNA).orElseThrow();
    }

    SyncResult sync() {
        clock.advance(Duration.ofHours(3));
        return crosstie.sync(ACME, ANNA);
    }

    InMemoryRecords crm(ItemKind kind) {
        return crm.records(new Owner(ANNA.value()), kind);
    }

    LoopbackFolder folder(ItemKind kind) {
        LoopbackMailbox mailbox = graph.mailbox(ADDRESS);
        return kind == ItemKind.CONTACT ? mailbox.folder("Salesforce_Sync") : mailbox.calendar();
    }

    /**
     * Half of them made in the CRM, half of them in the mailbox; every tenth event is a series, and some are copies
     * of others.
     */
    void fill(int contacts, int events) {
        for (int at = 0; at < contacts; at++) {
            if (at % 2 == 0) {
                crm(ItemKind.CONTACT)
                        .create(Items.contact("Crm" + at, "Example").build());
            } else {
                folder(ItemKind.CONTACT)
                        .put(Map.of(
                                "Surname", "Mail" + at, "EmailAddresses/EmailAddress1", "mail" + at + "@example.com"));
            }
        }
        for (int at = 0; at < events; at++) {
            ZonedDateTime start = TEN.plusDays(at % 200).plusMinutes(at);
            if (at % 10 == 0) {
                crm(ItemKind.EVENT).create(series("Series " + at, start));
            } else if (at % 2 == 0) {
                crm(ItemKind.EVENT)
                        .create(Items.meeting("Crm " + at, start, Duration.ofHours(1))
                                .build());
            } else {
                folder(ItemKind.EVENT)
                        .put(Map.of(
                                "Subject", "Mail " + at,
                                "Start", start.toInstant().toString(),
                                "End", start.plusHours(1).toInstant().toString()));
            }
        }
    }

    private static Item series(String subject, ZonedDateTime start) {
        return Items.meeting(subject, start, Duration.ofHours(1))
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(start.getDayOfWeek()).toBuilder()
                                .count(4)
                                .build())
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(start.plusWeeks(1))))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.At(start.plusWeeks(2)),
                                Item.event().set(EventFields.SUBJECT, "Sitting").build()))
                .build();
    }

    /** A person copies some of the records, marks and all. */
    void copy(ItemKind kind, int count) {
        List<String> ids =
                folder(kind).list().stream().map(LoopbackItem::id).limit(count).toList();
        ids.forEach(folder(kind)::copy);
    }

    /** How many records there are: contacts in the CRM and in the mailbox, events likewise. */
    List<Integer> sizes() {
        return List.of(
                crm(ItemKind.CONTACT).items().size(),
                folder(ItemKind.CONTACT).list().size(),
                crm(ItemKind.EVENT).items().size(),
                folder(ItemKind.EVENT).list().size());
    }

    @Override
    public void close() {
        graph.close();
    }
}
