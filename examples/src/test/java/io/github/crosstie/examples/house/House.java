package io.github.crosstie.examples.house;

import io.github.crosstie.Crosstie;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.recurrence.RuleExpander;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceConnector;
import io.github.crosstie.salesforce.SalesforceDirectorySource;
import io.github.crosstie.salesforce.auth.OAuthSignIn;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import java.net.http.HttpClient;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Three servers and the state of the host between them, whose process may end and begin again. */
final class House implements AutoCloseable {

    private static final String TAG = "Crosstie_Tag__c";

    final MutableClock clock = MutableClock.create();
    final LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
    final LoopbackExchange exchange = LoopbackExchange.start(clock);
    final LoopbackGraph graph = LoopbackGraph.start(clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final SequentialIds ids = SequentialIds.create();
    private final HttpClient client = HttpClient.newHttpClient();

    House() {
        exchange.keepEnvelopes(false);
        graph.keepBodies(false);
        salesforce.limits().daily(100_000);
        salesforce.app().runAs(salesforce.organization().integrationUser().id());
        for (String object : List.of("Contact", "Event")) {
            salesforce
                    .organization()
                    .declare(
                            object,
                            SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        }
    }

    /** Every third mailbox is on Exchange, the others are in the cloud. */
    LoopbackMailbox mailbox(String address) {
        return isOnExchange(address) ? exchange.mailbox(address) : graph.mailbox(address);
    }

    private static boolean isOnExchange(String address) {
        return address.hashCode() % 3 == 0;
    }

    OrganizationId organization() {
        return new OrganizationId(salesforce.organization().id());
    }

    /**
     * The library in a new process, which knows nothing but what is stored and what it reads.
     *
     * @param staff who syncs by what
     */
    Crosstie begin(Staff staff) {
        SalesforceConnection connection = SalesforceConnection.builder()
                .client(client)
                .tokens(OAuthSignIn.builder()
                        .client(client)
                        .login(salesforce.url())
                        .clock(clock)
                        .clientCredentials(
                                salesforce.app().consumerKey(), salesforce.app().consumerSecret())
                        .allowPlainHttp()
                        .build())
                .clock(clock)
                .allowPlainHttp()
                .build();
        Directory directory = read(SalesforceDirectorySource.builder(connection).build());
        Function<Owner, ZoneId> zones = zones(directory);
        return Crosstie.builder()
                .organization(
                        new OrganizationSetup(directory, staff.configurations()),
                        SalesforceConnector.builder(
                                        connection,
                                        directory.organization().id().value())
                                .tagField(TAG)
                                .userZones(zones)
                                .recurrences(RuleExpander.create())
                                .build())
                .mail(mail(zones))
                .recurrences(RuleExpander.create())
                .store(store)
                .clock(clock)
                .ids(ids)
                .build();
    }

    /** As a host does it: what is unavailable is asked again. */
    private static Directory read(SalesforceDirectorySource source) {
        for (int attempt = 1; ; attempt++) {
            try {
                return source.read();
            } catch (UnavailableException notNow) {
                if (attempt == 10) {
                    throw notNow;
                }
            }
        }
    }

    private static Function<Owner, ZoneId> zones(Directory directory) {
        Map<String, ZoneId> zones = new HashMap<>();
        for (User user : directory.users().all()) {
            ZoneId zone = ZoneId.of(user.timeZone().orElseThrow());
            zones.put(user.id().value(), zone);
            user.emailAddress().ifPresent(address -> zones.put(address, zone));
        }
        return owner -> Objects.requireNonNull(zones.get(owner.value()));
    }

    private Connector mail(Function<Owner, ZoneId> zones) {
        return new MailByMailbox(
                owner -> isOnExchange(owner.value()),
                EwsConnector.builder()
                        .client(client)
                        .auth(EwsAuth.bearer(target -> "token"))
                        .server(exchange.url())
                        .impersonate()
                        .clock(clock)
                        .userZones(zones)
                        .allowPlainHttp()
                        .build(),
                GraphConnector.builder()
                        .client(client)
                        .service(graph.url())
                        .tokens(TokenProvider.from(graph::accessToken))
                        .clock(clock)
                        .userZones(zones)
                        .allowPlainHttp()
                        .build());
    }

    /** How many requests have come to each server. */
    SortedMap<String, Integer> requests() {
        return new TreeMap<>(Map.of(
                "Salesforce", salesforce.requests().size(),
                "Exchange", exchange.requests().size(),
                "Graph", graph.requests().size()));
    }

    @Override
    public void close() {
        graph.close();
        exchange.close();
        salesforce.close();
    }
}
