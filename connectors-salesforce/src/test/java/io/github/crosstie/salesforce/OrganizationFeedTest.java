package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnavailableException;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes in the organization is read once and handed out to whom it concerns. */
class OrganizationFeedTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MutableClock clock = MutableClock.create();
    private final Map<Endpoint, Cursor> cursors = new HashMap<>();
    private LoopbackSalesforce salesforce;
    private SalesforceRecords contacts;
    private String ada;
    private String ben;
    private Connector connector;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        contacts = salesforce.organization().contacts();
        ada = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        ben = salesforce.organization().addUser("ben@acme.example", "Franklin");
        connector = connector(Duration.ZERO);
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    @DisplayName("P7: however many users ask, a quiet interval costs two requests")
    void asksOnceForEverybody() {
        connector = connector(Duration.ofMinutes(5));
        List<Endpoint> everybody = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            everybody.add(open(salesforce.organization().addUser("user" + i + "@acme.example", "User " + i)));
        }
        everybody.forEach(this::all);
        everybody.forEach(this::later);
        clock.advance(Duration.ofMinutes(10));
        int before = salesforce.requests().size();

        everybody.forEach(this::later);

        assertThat(salesforce.requests().size() - before).isEqualTo(2);
    }

    @Test
    @DisplayName("what changes after the host's clock was ahead for a while is told: Salesforce's own clock counts")
    void goesOnWhereSalesforceIs() {
        MutableClock theirs = MutableClock.create();
        try (LoopbackSalesforce other = LoopbackSalesforce.start(theirs)) {
            salesforce.close();
            salesforce = other;
            String owner = other.organization().addUser("ada@acme.example", "Lovelace");
            connector = connector(Duration.ZERO);
            Endpoint endpoint = open(owner);
            all(endpoint);
            clock.advance(Duration.ofHours(1));
            later(endpoint);
            clock.advance(Duration.ofHours(-1));
            theirs.advance(Duration.ofMinutes(2));
            clock.advance(Duration.ofMinutes(2));
            String contact = other.organization().contacts().create(Map.of("LastName", "Babbage", "OwnerId", owner));

            assertThat(upserted(later(endpoint))).containsExactly(contact);
        }
    }

    /** Minutes by which the host is ahead when it lists for the first time. */
    @ParameterizedTest
    @ValueSource(longs = {-10, 0, 10, 24 * 60})
    @DisplayName("S10: what changes right after the first listing is told, whatever the host's clock says")
    void tellsWhatChangesRightAfterTheFirstListing(long ahead) {
        MutableClock theirs = MutableClock.create();
        try (LoopbackSalesforce other = LoopbackSalesforce.start(theirs)) {
            salesforce.close();
            salesforce = other;
            clock.advance(Duration.ofMinutes(ahead));
            String owner = other.organization().addUser("ada@acme.example", "Lovelace");
            String contact = other.organization().contacts().create(Map.of("LastName", "Babbage", "OwnerId", owner));
            connector = connector(Duration.ZERO);
            Endpoint endpoint = open(owner);
            all(endpoint);
            theirs.advance(Duration.ofMinutes(1));
            other.organization().contacts().edit(contact, Map.of("LastName", "King"));
            theirs.advance(Duration.ofHours(1));
            clock.advance(Duration.ofMinutes(61));

            assertThat(upserted(later(endpoint))).contains(contact);
        }
    }

    @Test
    @DisplayName("P7: where Salesforce is, is asked once for all who list within an hour")
    void asksOnceWhereSalesforceIs() {
        Endpoint adas = open(ada);
        Endpoint bens = open(ben);
        all(adas);
        int before = salesforce.requests().size();

        all(bens);
        int within = salesforce.requests().size();
        clock.advance(Duration.ofHours(2));
        all(bens);

        assertThat(within - before).isEqualTo(1);
        assertThat(salesforce.requests().size() - within).isEqualTo(2);
    }

    @Test
    @DisplayName("S10: an object in which nothing changed for a long time is not read from its beginning")
    void goesOnAWeekAgoAtMost() {
        contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        clock.advance(Duration.ofDays(60));
        Endpoint endpoint = open(ada);
        all(endpoint);

        assertThat(later(endpoint)).isEmpty();
    }

    @Test
    @DisplayName("S23: a user hears of what they own, and of nothing else")
    void handsOutByOwner() {
        Endpoint adas = open(ada);
        Endpoint bens = open(ben);
        all(adas);
        all(bens);
        clock.advance(Duration.ofMinutes(1));
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));

        assertThat(upserted(later(adas))).containsExactly(contact);
        assertThat(upserted(later(bens))).isEmpty();
    }

    @Test
    @DisplayName("S10: a record that changes hands goes out of view for one and comes into view for the other")
    void followsOwnership() {
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        Endpoint bens = open(ben);
        all(adas);
        all(bens);
        clock.advance(Duration.ofMinutes(1));
        contacts.edit(contact, "OwnerId", ben);

        assertThat(later(adas)).containsExactly(new Change.Removed(new ItemId(contact), Removal.GONE_FROM_VIEW));
        assertThat(upserted(later(bens))).containsExactly(contact);
        assertThat(adas.read(List.of(new ItemId(contact))))
                .containsExactly(new ReadOutcome.Absent(new ItemId(contact), Removal.GONE_FROM_VIEW));
    }

    @Test
    @DisplayName("S10: what lies in the recycle bin is deleted, and what was purged as well")
    void tellsDeletions() {
        String binned = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        String purged = contacts.create(Map.of("LastName", "Byron", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        clock.advance(Duration.ofMinutes(1));
        contacts.delete(binned);
        contacts.delete(purged);
        contacts.purge(purged);

        assertThat(later(adas))
                .contains(
                        new Change.Removed(new ItemId(binned), Removal.DELETED),
                        new Change.Removed(new ItemId(purged), Removal.DELETED));
        assertThat(adas.read(List.of(new ItemId(binned))))
                .containsExactly(new ReadOutcome.Absent(new ItemId(binned), Removal.DELETED));
    }

    @Test
    @DisplayName("what is taken out of the recycle bin again is there again")
    void tellsOfUndeletion() {
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        clock.advance(Duration.ofMinutes(1));
        contacts.delete(contact);
        later(adas);
        clock.advance(Duration.ofMinutes(1));
        contacts.undelete(contact);

        assertThat(upserted(later(adas))).containsExactly(contact);
    }

    @Test
    @DisplayName("F1: after a restart nothing is missing, whoever asks first")
    void goesOnAfterARestart() {
        Endpoint adas = open(ada);
        Endpoint bens = open(ben);
        Cursor adasPlace = all(adas);
        clock.advance(Duration.ofHours(3));
        String early = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        clock.advance(Duration.ofHours(3));
        Cursor bensPlace = all(bens);
        clock.advance(Duration.ofHours(1));
        String late = contacts.create(Map.of("LastName", "Byron", "OwnerId", ada));
        connector = connector(Duration.ZERO);

        open(ben).changes(bensPlace);

        assertThat(upserted(open(ada).changes(adasPlace).changes())).contains(early, late);
    }

    @Test
    @DisplayName("two edits within one second are two versions, although they have one stamp")
    void tellsEditsOfOneSecond() {
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        clock.advance(Duration.ofMinutes(1));
        contacts.edit(contact, "Title", "Professor");
        later(adas);
        contacts.edit(contact, "Title", "Engineer");

        assertThat(upserted(later(adas))).containsExactly(contact);
    }

    @Test
    @DisplayName("an edit of what is nobody's business here is no change")
    void ignoresOtherColumns() {
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        later(adas);
        clock.advance(Duration.ofMinutes(10));
        later(adas);
        contacts.edit(contact, "LeadSource", "Web");

        assertThat(later(adas)).isEmpty();
    }

    @Test
    @DisplayName("F4: a poll that fails half-way has told nobody anything, and the next one tells all")
    void losesNothingInAFailedPoll() {
        salesforce.queries().pageSize(1);
        Endpoint adas = open(ada);
        all(adas);
        clock.advance(Duration.ofMinutes(1));
        String one = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        String two = contacts.create(Map.of("LastName", "Byron", "OwnerId", ada));
        salesforce.faults().next("/query").serviceUnavailable();
        assertThatThrownBy(() -> later(adas)).isInstanceOf(UnavailableException.class);

        assertThat(upserted(later(adas))).containsExactlyInAnyOrder(one, two);
    }

    @Test
    @DisplayName("F5: who comes back after the log of deletions has ended is listed anew")
    void expiresOldPlaces() {
        Endpoint adas = open(ada);
        Cursor place = all(adas);
        clock.advance(Duration.ofDays(20));

        assertThatThrownBy(() -> adas.changes(place)).isInstanceOf(CursorExpiredException.class);
    }

    @Test
    @DisplayName("F5: a cursor that somebody else made is no cursor")
    void refusesStrangeCursors() {
        Endpoint adas = open(ada);

        for (String text : List.of("x", "feed;never;0;", "list;2026-01-01T00:00:00Z;1")) {
            assertThatThrownBy(() -> adas.changes(new Cursor(text)))
                    .as(text)
                    .isInstanceOf(CursorExpiredException.class);
        }
    }

    @Test
    @DisplayName("S19: a field for marks that is not there is named, with its object and what to do")
    void namesAMissingFieldForMarks() {
        SalesforceConnector tagging = SalesforceConnector.builder(
                        connection(), salesforce.organization().id())
                .tagField("Crosstie_Tag__c")
                .utc()
                .build();

        assertThatThrownBy(() -> tagging.open(new Owner(ada), ItemKind.CONTACT, Items.anyConfiguration())
                        .changes(null))
                .isInstanceOf(AccessBlockedException.class)
                .hasMessageContaining("Contact has no field Crosstie_Tag__c")
                .hasMessageContaining("create it")
                .hasMessageContaining("on Contact and on Event")
                .hasMessageContaining("drop it from tagField(...)")
                .hasMessageNotContaining("report it");
    }

    @Test
    @DisplayName(
            "F11: where the host's now is yet to come for Salesforce's log of deletions, Salesforce's clock counts")
    void asksTheLogBySalesforcesClock() {
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        clock.advance(Duration.ofMinutes(10));
        contacts.delete(contact);
        contacts.purge(contact);
        contacts.create(Map.of("LastName", "Byron", "OwnerId", ada));
        clock.advance(Duration.ofMinutes(2));
        String other = contacts.create(Map.of("LastName", "King", "OwnerId", ada));
        refuseMoments();

        assertThat(later(adas))
                .contains(new Change.Removed(new ItemId(contact), Removal.DELETED))
                .extracting(change -> change.id().value())
                .contains(other);
    }

    @Test
    @DisplayName(
            "F11: while Salesforce's log refuses the host's now, nothing is forgotten, however long nothing changes")
    void waitsForTheLogOfDeletions() {
        String contact = contacts.create(Map.of("LastName", "Babbage", "OwnerId", ada));
        Endpoint adas = open(ada);
        all(adas);
        for (int day = 0; day < 10; day++) {
            refuseMoments();
            later(adas);
            clock.advance(Duration.ofMinutes(10));
        }
        contacts.delete(contact);
        contacts.purge(contact);
        refuseMoments();
        later(adas);
        clock.advance(Duration.ofMinutes(10));

        assertThat(later(adas)).contains(new Change.Removed(new ItemId(contact), Removal.DELETED));
    }

    private void refuseMoments() {
        salesforce
                .faults()
                .next("/sobjects/Contact/deleted")
                .answer(
                        400,
                        "application/json",
                        "[{\"errorCode\":\"INVALID_REPLICATION_DATE\",\"message\":\"endDate is in the future\"}]");
    }

    @Test
    @DisplayName("quiet rounds keep their place, so that there is nothing to store")
    void keepsItsPlaceWhileItIsQuiet() {
        Endpoint adas = open(ada);
        all(adas);
        clock.advance(Duration.ofMinutes(1));
        Cursor first = adas.changes(cursors.get(adas)).next();
        clock.advance(Duration.ofMinutes(10));

        assertThat(adas.changes(first).next()).isEqualTo(first);
    }

    @Test
    @DisplayName("whoever is no user of Salesforce has no records")
    void refusesStrangers() {
        assertThatThrownBy(
                        () -> connector.open(new Owner("ada@acme.example"), ItemKind.CONTACT, Items.anyConfiguration()))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("user's id");
    }

    private SalesforceConnection connection() {
        return SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(new KeptSession(salesforce))
                .clock(clock)
                .allowPlainHttp()
                .build();
    }

    private Connector connector(Duration freshness) {
        return SalesforceConnector.builder(
                        connection(), salesforce.organization().id())
                .userZones(owner -> ZoneOffset.UTC)
                .freshness(freshness)
                .build();
    }

    private Endpoint open(String user) {
        return connector.open(new Owner(user), ItemKind.CONTACT, Items.anyConfiguration());
    }

    private Cursor all(Endpoint endpoint) {
        @Nullable Cursor at = null;
        ChangePage page;
        do {
            page = endpoint.changes(at);
            at = page.next();
        } while (page.more());
        cursors.put(endpoint, at);
        return at;
    }

    private List<Change> later(Endpoint endpoint) {
        ChangePage page = endpoint.changes(cursors.get(endpoint));
        cursors.put(endpoint, page.next());
        return page.changes();
    }

    private static List<String> upserted(List<Change> changes) {
        return changes.stream()
                .filter(Change.Upserted.class::isInstance)
                .map(change -> change.id().value())
                .toList();
    }
}
