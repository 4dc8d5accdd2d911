package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
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
import io.github.crosstie.ews.MailboxWatch;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The code of docs/exchange.md, which is compared with this file line by line. */
class ExchangeGuideTest {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");

    private final Clock clock = Clock.systemUTC();
    private final InMemorySystem salesforce = InMemorySystem.create(Side.CRM, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final AtomicReference<String> tokens = new AtomicReference<>("token-of-the-service");

    @Test
    void syncsAMailboxOnExchange() {
        salesforce
                .records(new Owner(ANNA.value()), ItemKind.CONTACT)
                .create(Items.contact("Ada", "Lovelace").build());
        try (LoopbackExchange server = LoopbackExchange.start()) {
            server.requireBearer(tokens.get());
            LoopbackMailbox mailbox = server.mailbox("anna@acme.example");

            crosstie(new ReroutedClient(HttpClient.newHttpClient(), server.url()))
                    .sync(ACME, ANNA);

            assertThat(mailbox.folder("Salesforce_Sync").list())
                    .extracting(contact -> contact.value("Surname"))
                    .containsExactly("Lovelace");
            assertThat(mailbox.sent()).isEmpty();
        }
    }

    private static OrganizationSetup setup() {
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, "anna@acme.example", SALES)
                        .emailAddress("anna@acme.example")
                        .build())
                .build();
        return new OrganizationSetup(
                directory,
                ConfigurationSet.of(
                        ACME,
                        SyncConfiguration.builder(new ConfigurationId("sales"))
                                .assignments(new Assignment.OfProfile(SALES))
                                .contacts(SyncDirection.BOTH)
                                .build()));
    }

    private Crosstie crosstie(HttpClient client) {
        OrganizationSetup setup = setup();
        // spotless:off
        EwsConnector exchange = EwsConnector.builder()
                .client(client)                                               // yours, shared: HttpClient.newBuilder().executor(threads).build()
                .auth(EwsAuth.bearer(target -> tokens.get()))                 // or kerberos, ntlm, basic; keep tokens in a cache of yours
                .server(URI.create("https://mail.acme.example/EWS/Exchange.asmx"))
                .impersonate()                                                // if the account acts for all mailboxes
                .clock(clock)                                                 // the one that Crosstie has: pauses are counted by it
                .userZones(owner -> ZoneId.of("Europe/Berlin"))               // all-day events are from midnight to midnight there
                .build();
        Crosstie crosstie = Crosstie.builder().organization(setup, salesforce)
                .mail(exchange).store(store).clock(clock).ids(() -> UUID.randomUUID().toString()).build();
        // spotless:on
        return crosstie;
    }

    @Test
    void listens() throws InterruptedException {
        BlockingQueue<Owner> queue = new LinkedBlockingQueue<>();
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(2);
        SyncConfiguration configuration = Items.anyConfiguration();
        Owner anna = new Owner("anna@acme.example");
        try (LoopbackExchange server = LoopbackExchange.start()) {
            EwsConnector exchange = EwsConnector.builder()
                    .client(HttpClient.newHttpClient())
                    .auth(EwsAuth.bearer(target -> tokens.get()))
                    .server(server.url())
                    .utc()
                    .allowPlainHttp()
                    .build();
            LoopbackMailbox mailbox = server.mailbox("anna@acme.example");
            server.faults()
                    .next("GetStreamingEvents")
                    .meanwhile(() -> mailbox.calendar()
                            .put(Map.of(
                                    "Subject",
                                    "Lunch",
                                    "Start",
                                    "2026-03-03T10:00:00Z",
                                    "End",
                                    "2026-03-03T11:00:00Z")));
            // spotless:off
            MailboxWatch watch = exchange.watch(anna, configuration, scheduler, kind -> queue.add(anna));
            // spotless:on

            assertThat(queue.poll(1, TimeUnit.MINUTES)).isEqualTo(anna);
            watch.close();
        }
        scheduler.shutdownNow();
    }

    @Test
    void theGuideShowsTheLinesThatRun() throws IOException {
        List<List<String>> shown = MarkdownCode.javaBlocks(Path.of("../docs/exchange.md"));

        List<String> run =
                MarkdownCode.lines(Path.of("src/test/java/io/github/crosstie/examples/ExchangeGuideTest.java"));

        assertThat(shown).hasSize(2);
        assertThat(shown)
                .allSatisfy(block -> assertThat(MarkdownCode.dense(run)).contains(MarkdownCode.dense(block)));
    }
}
