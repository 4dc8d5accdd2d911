package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.auth.TokenProvider;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceConnector;
import io.github.crosstie.salesforce.SalesforceDirectorySource;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Salesforce and Exchange on this machine, synced by the real connectors, as docs/testing.md shows it. */
class TwoServersGuideTest {

    private final MutableClock clock = MutableClock.create();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @DisplayName("F2: a lost answer of one server makes no duplicate, over the wire either")
    void aLostAnswerMakesNoDuplicate() {
        // spotless:off
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
                LoopbackExchange exchange = LoopbackExchange.start(clock)) {
            String ada = salesforce.organization().addUser("ada@acme.example", "Lovelace");
            salesforce.organization().contacts().create(Map.of("LastName", "Babbage", "OwnerId", ada));
            LoopbackMailbox mailbox = exchange.mailbox("ada@acme.example");

            SalesforceConnection acme = SalesforceConnection.builder().client(client).clock(clock).allowPlainHttp()
                    .tokens(() -> new AccessToken(salesforce.accessToken(), salesforce.url())).build();
            Directory directory = SalesforceDirectorySource.builder(acme).build().read();
            ConfigurationSet configurations = ConfigurationSet.of(directory.organization().id(),
                    SyncConfiguration.builder(new ConfigurationId("sales"))
                            .assignments(new Assignment.OfUser(new UserId(ada))).contacts(SyncDirection.BOTH).build());
            Crosstie crosstie = Crosstie.builder()
                    .organization(new OrganizationSetup(directory, configurations),
                            SalesforceConnector.builder(acme, directory.organization().id()).utc().build())
                    .mail(EwsConnector.builder().client(client).clock(clock).allowPlainHttp()
                            .server(exchange.url()).auth(EwsAuth.bearer(TokenProvider.constant("any"))).utc().build())
                    .store(InMemoryStateStore.create()).clock(clock).ids(SequentialIds.create()).build();
            exchange.faults().next("CreateItem").loseAnswer();

            crosstie.sync(directory.organization().id(), new UserId(ada));
            crosstie.sync(directory.organization().id(), new UserId(ada));

            assertThat(mailbox.folder("Salesforce_Sync").list()).hasSize(1);
            assertThat(mailbox.sent()).isEmpty();
        }
        // spotless:on
    }
}
