package io.github.crosstie.examples;

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
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.report.MoveText;
import io.github.crosstie.report.ResultText;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One mailbox, two servers that show it, and its way from one to the other. */
final class MoveWalk implements AutoCloseable {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");
    private static final String ADDRESS = "anna@acme.example";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final PrintWriter out;
    private final InMemorySystem crm;
    private final LoopbackExchange exchange;
    private final LoopbackGraph graph;
    private final Crosstie crosstie;
    private final MovingRecords records;

    MoveWalk(Clock clock, boolean withoutIds, PrintWriter out) {
        this.out = out;
        crm = InMemorySystem.create(Side.CRM, clock);
        exchange = LoopbackExchange.start(clock);
        graph = LoopbackGraph.over(exchange);
        exchange.keepEnvelopes(false);
        graph.keepBodies(false);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        EwsConnector ews = EwsConnector.builder()
                .client(client)
                .auth(EwsAuth.bearer(target -> "token-of-the-service"))
                .server(exchange.url())
                .clock(clock)
                .userZones(owner -> ZONE)
                .allowPlainHttp()
                .build();
        GraphConnector successor = GraphConnector.builder()
                .client(client)
                .tokens(TokenProvider.constant(graph.accessToken()))
                .service(graph.url())
                .clock(clock)
                .userZones(owner -> ZONE)
                .allowPlainHttp()
                .build();
        crosstie = Crosstie.builder()
                .organization(setup(), crm)
                .mail(ews)
                .successor(successor, withoutIds ? IdTranslator.NONE : successor.idTranslator())
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
        records = new MovingRecords(clock.instant()
                .atZone(ZONE)
                .withHour(10)
                .withMinute(0)
                .withSecond(0)
                .withNano(0));
    }

    private static OrganizationSetup setup() {
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, ADDRESS, SALES).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
        return new OrganizationSetup(directory, ConfigurationSet.of(ACME, configuration));
    }

    boolean run(int contacts, int events) {
        LoopbackMailbox mailbox = exchange.mailbox(ADDRESS);
        mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
        records.fill(crm(ItemKind.CONTACT), folder(ItemKind.CONTACT), contacts, ItemKind.CONTACT);
        records.fill(crm(ItemKind.EVENT), folder(ItemKind.EVENT), events, ItemKind.EVENT);

        out.println(
                "A mailbox of " + contacts + " contacts and " + events + " events, synced over Exchange Web Services:");
        sync();
        int copies = records.copySome(folder(ItemKind.CONTACT)) + records.copySome(folder(ItemKind.EVENT));
        out.println(
                "A person makes " + copies + " copies in the mailbox, marks and all; they are records like any other:");
        sync();
        sync();
        List<Integer> before = sizes();

        MailboxMove move = crosstie.move(ACME, ANNA).orElseThrow();
        out.println("\nThe move to Microsoft Graph, planned; nothing is touched:");
        out.print(MoveText.of(move.plan(MoveReview.NONE)));

        out.println("\nMeanwhile an edit flows over Exchange Web Services:");
        edit("edited before the move");
        sync();
        boolean flowedBefore = records.reached(folder(ItemKind.CONTACT), "edited before the move");

        MoveResult result = move.commit(MoveReview.NONE);
        out.println("\nCommitted. The next rounds go over Microsoft Graph:");
        sync();
        edit("edited after the move");
        sync();
        boolean flowedAfter = records.reached(folder(ItemKind.CONTACT), "edited after the move");
        boolean isWhole = sizes().equals(before);
        out.println("\nedits arrived over EWS: " + flowedBefore + ", over Graph: " + flowedAfter + "; records before "
                + before + ", after " + sizes());

        out.println(MoveText.line(result));
        return result instanceof MoveResult.Committed && isWhole && flowedBefore && flowedAfter;
    }

    private void edit(String title) {
        InMemoryRecords contacts = crm(ItemKind.CONTACT);
        ItemId first = contacts.items().keySet().iterator().next();
        contacts.edit(first, item -> item.set(ContactFields.JOB_TITLE, title));
    }

    private void sync() {
        SyncResult result = crosstie.sync(ACME, ANNA);
        out.print(ResultText.of(result));
    }

    private InMemoryRecords crm(ItemKind kind) {
        return crm.records(new Owner(ANNA.value()), kind);
    }

    private LoopbackFolder folder(ItemKind kind) {
        LoopbackMailbox mailbox = exchange.mailbox(ADDRESS);
        return kind == ItemKind.CONTACT ? mailbox.folder("Salesforce_Sync") : mailbox.calendar();
    }

    /** Contacts in the CRM and in the mailbox, events likewise. */
    private List<Integer> sizes() {
        return List.of(
                crm(ItemKind.CONTACT).items().size(),
                folder(ItemKind.CONTACT).list().size(),
                crm(ItemKind.EVENT).items().size(),
                folder(ItemKind.EVENT).list().size());
    }

    @Override
    public void close() {
        graph.close();
        exchange.close();
    }
}
