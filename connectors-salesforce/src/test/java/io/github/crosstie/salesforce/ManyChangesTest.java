package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody changes thousands of records at once: everybody shares one reading of them, and nobody misses one. */
class ManyChangesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MANY = 12_000;

    private final MutableClock clock = MutableClock.create();
    private final Map<Endpoint, Cursor> cursors = new HashMap<>();
    private LoopbackSalesforce salesforce;
    private SalesforceRecords contacts;
    private String ada;
    private Connector connector;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        contacts = salesforce.organization().contacts();
        ada = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        connector = connector();
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    @DisplayName("P7: twelve thousand changes of somebody else are read once, however many users ask")
    void readsManyChangesOnce() {
        List<Endpoint> everybody = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            everybody.add(open(salesforce.organization().addUser("user" + i + "@acme.example", "User " + i)));
        }
        everybody.forEach(this::all);
        clock.advance(Duration.ofMinutes(10));
        create(MANY, ada);
        int before = salesforce.requests().size();

        everybody.forEach(this::later);
        int first = salesforce.requests().size();
        everybody.forEach(this::later);

        assertThat(first - before).as("a look at the log, and six pages").isEqualTo(7);
        assertThat(salesforce.requests().size() - first).isZero();
    }

    @Test
    @DisplayName("S10: whoever owns twelve thousand changed records is told of each, and can read it")
    void tellsTheOwnerOfAll() {
        Endpoint adas = open(ada);
        all(adas);
        later(adas);
        clock.advance(Duration.ofMinutes(10));
        List<String> ids = create(MANY, ada);

        List<Change> changes = later(adas);

        Set<String> missing = new HashSet<>(ids);
        changes.forEach(change -> missing.remove(change.id().value()));
        assertThat(missing.size()).as("records that they are not told of").isZero();
        assertThat(changes).hasSize(MANY);
        Change.Upserted oldest = (Change.Upserted) changes.get(0);
        assertThat(oldest.record()).as("rows are kept of the latest alone").isNull();
        assertThat(adas.read(List.of(oldest.id())).get(0))
                .isInstanceOfSatisfying(
                        ReadOutcome.Found.class,
                        found -> assertThat(found.record().version()).isEqualTo(oldest.version()));
    }

    @Test
    @DisplayName("S10: a record that changed hands among twelve thousand goes out of view for whoever had it")
    void tellsWhoeverHadIt() {
        String ben = salesforce.organization().addUser("ben@acme.example", "Franklin");
        Endpoint bens = open(ben);
        String moved = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ben));
        all(bens);
        later(bens);
        clock.advance(Duration.ofMinutes(10));
        contacts.edit(moved, "OwnerId", ada);
        create(MANY, ada);

        assertThat(later(bens)).contains(new Change.Removed(new ItemId(moved), Removal.GONE_FROM_VIEW));
    }

    @Test
    @DisplayName(
            "S10: after a restart, whoever had a record is told that it is gone, although its new owner was listed before them")
    void tellsWhoeverHadItAfterARestart() {
        String ben = salesforce.organization().addUser("ben@acme.example", "Franklin");
        String moved = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        Cursor place = later(adas, cursors.get(adas)).next();
        clock.advance(Duration.ofHours(3));
        contacts.edit(moved, "OwnerId", ben);
        clock.advance(Duration.ofHours(3));
        connector = connector();
        all(open(ben));

        assertThat(open(ada).changes(place).changes())
                .contains(new Change.Removed(new ItemId(moved), Removal.GONE_FROM_VIEW));
    }

    private List<String> create(int many, String owner) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ids.add(contacts.create(Map.of("LastName", "Contact " + i, "OwnerId", owner)));
        }
        return ids;
    }

    private Connector connector() {
        SalesforceConnection connection = SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(new KeptSession(salesforce))
                .clock(clock)
                .allowPlainHttp()
                .build();
        return SalesforceConnector.builder(connection, salesforce.organization().id())
                .userZones(owner -> ZoneOffset.UTC)
                .freshness(Duration.ofMinutes(1))
                .build();
    }

    private Endpoint open(String user) {
        return connector.open(new Owner(user), ItemKind.CONTACT, Items.anyConfiguration());
    }

    private void all(Endpoint endpoint) {
        @Nullable Cursor at = null;
        ChangePage page;
        do {
            page = endpoint.changes(at);
            at = page.next();
        } while (page.more());
        cursors.put(endpoint, at);
    }

    private List<Change> later(Endpoint endpoint) {
        List<Change> changes = new ArrayList<>();
        Cursor at = cursors.get(endpoint);
        ChangePage page;
        do {
            page = later(endpoint, at);
            at = page.next();
            changes.addAll(page.changes());
        } while (page.more());
        cursors.put(endpoint, at);
        return changes;
    }

    private static ChangePage later(Endpoint endpoint, @Nullable Cursor at) {
        return endpoint.changes(at);
    }
}
