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
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.move.Decision;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MovePlan;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.report.MoveText;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The code of docs/move.md, which is compared with this file line by line. */
class MoveGuideTest {

    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final String ADDRESS = "anna@acme.example";

    private final OrganizationId organization = new OrganizationId("00D000000000001AAA");
    private final UserId anna = new UserId("005000000000001AAA");
    private final Clock clock = MutableClock.create();
    private final InMemorySystem salesforce = InMemorySystem.create(Side.CRM, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final IdSource ids = () -> UUID.randomUUID().toString();

    @Test
    void movesAMailboxToGraph() {
        try (LoopbackExchange server = LoopbackExchange.start(clock);
                LoopbackGraph successor = LoopbackGraph.over(server)) {
            LoopbackMailbox mailbox = server.mailbox(ADDRESS);
            mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
            salesforce
                    .records(new Owner(anna.value()), ItemKind.CONTACT)
                    .create(Items.contact("Ada", "Lovelace").build());
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            EwsConnector exchange = EwsConnector.builder()
                    .client(client)
                    .auth(EwsAuth.bearer(target -> "token-of-the-service"))
                    .server(server.url())
                    .clock(clock)
                    .userZones(owner -> ZoneOffset.UTC)
                    .allowPlainHttp()
                    .build();
            GraphConnector graph = GraphConnector.builder()
                    .client(client)
                    .tokens(TokenProvider.constant(successor.accessToken()))
                    .service(successor.url())
                    .clock(clock)
                    .userZones(owner -> ZoneOffset.UTC)
                    .allowPlainHttp()
                    .build();

            MoveResult result = moved(exchange, graph, graph.idTranslator());

            assertThat(result).isInstanceOf(MoveResult.Committed.class);
        }
    }

    private MoveResult moved(EwsConnector exchange, GraphConnector graph, IdTranslator graphIds) {
        OrganizationSetup acme = setup();
        Crosstie.builder()
                .organization(acme, salesforce)
                .mail(exchange)
                .store(store)
                .clock(clock)
                .ids(ids)
                .build()
                .sync(organization, anna);
        // spotless:off
        Crosstie crosstie = Crosstie.builder()
                .organization(acme, salesforce)
                .mail(exchange) // as before
                .successor(graph, graphIds) // where mailboxes go once they have moved
                .store(store)
                .clock(clock)
                .ids(ids)
                .build();

        MailboxMove move = crosstie.move(organization, anna).orElseThrow();
        MovePlan plan = move.plan(MoveReview.NONE); // looks everything up; touches nothing
        System.out.print(MoveText.of(plan));
        MoveResult result = move.commit(MoveReview.NONE); // moved: 120 linked, 0 created, 0 deleted
        // spotless:on
        assertThat(decided(plan, new LinkId("link"), new ItemId("the-right-one"))
                        .decisions())
                .isEqualTo(Map.of(new LinkId("link"), new Decision.Choose(new ItemId("the-right-one"))));
        return result;
    }

    private static MoveReview decided(MovePlan plan, LinkId link, ItemId theRightOne) {
        // spotless:off
        MoveReview review = MoveReview.NONE
                .deciding(link, new Decision.Choose(theRightOne))
                .orphans(plan, new Decision.Detach()); // those that this plan shows, and no other
        // spotless:on
        return review;
    }

    private OrganizationSetup setup() {
        Directory directory = Directory.builder(new Organization(organization, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(anna, ADDRESS, SALES).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .build();
        return new OrganizationSetup(directory, ConfigurationSet.of(organization, configuration));
    }
}
