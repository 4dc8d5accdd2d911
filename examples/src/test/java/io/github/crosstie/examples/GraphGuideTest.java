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
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The code of docs/graph.md, which is compared with this file line by line. */
class GraphGuideTest {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");

    private final Clock clock = Clock.systemUTC();
    private final InMemorySystem salesforce = InMemorySystem.create(Side.CRM, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final AtomicReference<String> tokens = new AtomicReference<>("");

    @Test
    void syncsAMailboxOverGraph() {
        salesforce
                .records(new Owner(ANNA.value()), ItemKind.CONTACT)
                .create(Items.contact("Ada", "Lovelace").build());
        try (LoopbackGraph server = LoopbackGraph.start()) {
            tokens.set(server.accessToken());
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
        GraphConnector graph = GraphConnector.builder()
                .client(client)                                               // yours, shared: HttpClient.newBuilder().executor(threads).build()
                .tokens(TokenProvider.from(() -> tokens.get()))               // keep tokens in a cache of yours
                .clock(clock)                                                 // the one that Crosstie has: pauses are counted by it
                .userZones(owner -> ZoneId.of("Europe/Berlin"))               // all-day events are from midnight to midnight there
                .build();
        Crosstie crosstie = Crosstie.builder().organization(setup, salesforce)
                .mail(graph).store(store).clock(clock).ids(() -> UUID.randomUUID().toString()).build();
        // spotless:on
        return crosstie;
    }

    @Test
    void theGuideShowsTheLinesThatRun() throws IOException {
        List<List<String>> shown = MarkdownCode.javaBlocks(Path.of("../docs/graph.md"));

        assertThat(shown).isNotEmpty();
        List<String> run = MarkdownCode.lines(Path.of("src/test/java/io/github/crosstie/examples/GraphGuideTest.java"));
        assertThat(MarkdownCode.dense(run)).contains(MarkdownCode.dense(shown.get(0)));
    }

    @Test
    void theGuideShowsTheLinesThatGetTokens() throws IOException {
        List<List<String>> shown = MarkdownCode.javaBlocks(Path.of("../docs/graph.md"));
        Path source =
                Path.of("../connectors-graph/src/test/java/io/github/crosstie/graph/auth/MicrosoftTokensTest.java");

        List<String> lines = shown.stream()
                .filter(block -> block.get(0).contains("ConfidentialClientApplication"))
                .findFirst()
                .orElseThrow();
        assertThat(MarkdownCode.dense(MarkdownCode.lines(source))).contains(MarkdownCode.dense(lines));
    }
}
