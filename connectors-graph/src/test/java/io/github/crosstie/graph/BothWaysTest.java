package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One mailbox over Exchange Web Services and over Graph: what one way leaves there, the other one finds. */
class BothWaysTest {

    private final Office office = new Office(Way.LEAN);
    private final EwsConnector exchange = EwsConnector.builder()
            .client(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build())
            .auth(EwsAuth.bearer(target -> "token"))
            .server(office.graph.exchange().url())
            .clock(office.clock)
            .userZones(owner -> ZoneId.of("Europe/Berlin"))
            .allowPlainHttp()
            .build();

    @AfterEach
    void close() {
        office.close();
    }

    private Endpoint exchange(ItemKind kind) {
        return exchange.open(Office.ADA, kind, Items.anyConfiguration());
    }

    private static MailboxClaim claim(String organization, long epoch) {
        return new MailboxClaim(
                new OrganizationId(organization),
                Environment.PRODUCTION,
                new UserId("005-user"),
                new ConfigurationId("sales"),
                epoch,
                MutableClock.START,
                MutableClock.START,
                true);
    }

    private static Item event() {
        return Items.meeting(
                        "Lunch",
                        MutableClock.START.plus(Duration.ofDays(1)).atZone(ZoneId.of("Europe/Berlin")),
                        Duration.ofHours(1))
                .build();
    }

    private Write.Create created(Endpoint endpoint, Item item) {
        Write.Create creation = office.creation(item);
        Office.written(endpoint.write(List.of(creation)).get(0));
        return creation;
    }

    @Test
    @DisplayName("S12: a claim that was made over one way is seen over the other, and replaced by who knows it")
    void seesTheSameClaim() {
        Endpoint graph = office.contacts();
        Endpoint ews = exchange(ItemKind.EVENT);

        assertThat(ews.replaceClaim(null, claim("00D-first", 1))).isInstanceOf(ClaimOutcome.Replaced.class);
        assertThat(graph.readClaim()).contains(claim("00D-first", 1));
        assertThat(graph.replaceClaim(null, claim("00D-second", 1))).isInstanceOf(ClaimOutcome.Conflict.class);
        assertThat(graph.replaceClaim(claim("00D-first", 1), claim("00D-second", 2)))
                .isInstanceOf(ClaimOutcome.Replaced.class);
        assertThat(ews.readClaim()).contains(claim("00D-second", 2));
        assertThat(ews.replaceClaim(claim("00D-first", 1), claim("00D-third", 3)))
                .isInstanceOf(ClaimOutcome.Conflict.class);
    }

    @Test
    @DisplayName("P7: once a claim was read, it takes one request to read it again")
    void readsTheClaimInOneRequest() {
        Endpoint graph = office.contacts();
        graph.replaceClaim(null, claim("00D-first", 1));

        assertThat(office.requests(() -> office.events().readClaim())).isEqualTo(1);
    }

    @Test
    @DisplayName("S12: an old claim goes for good, and is nowhere that people look")
    void clearsOldClaims() {
        Endpoint graph = office.contacts();
        MailboxClaim last = claim("00D-first", 1);
        graph.replaceClaim(null, last);
        for (int epoch = 2; epoch < 6; epoch++) {
            MailboxClaim next = claim("00D-first", epoch);
            assertThat(graph.replaceClaim(last, next)).isInstanceOf(ClaimOutcome.Replaced.class);
            last = next;
        }

        assertThat(graph.readClaim()).contains(last);
        assertThat(office.graph.count("POST mailFolders/permanentDelete")).isEqualTo(3);
        assertThat(office.graph.count("DELETE mailFolders")).isZero();
    }

    @Test
    @DisplayName("S12: a claim whose folders somebody removed is none")
    void seesThatAClaimIsGone() {
        Endpoint graph = office.contacts();
        graph.replaceClaim(null, claim("00D-first", 1));
        office.graph.faults().next("GET mailFolders/childFolders").refuse(404, "ErrorItemNotFound");
        office.graph.faults().nth("GET mailFolders/childFolders", 2).findNothing();

        assertThat(graph.readClaim()).isEmpty();
        assertThat(graph.readClaim()).contains(claim("00D-first", 1));
    }

    @Test
    @DisplayName("G4: a record that was made over Exchange Web Services is found over Graph by its mark")
    void findsMarksOfTheOtherWay() {
        for (ItemKind kind : ItemKind.values()) {
            Item item = kind == ItemKind.EVENT
                    ? event()
                    : Items.contact("Ada", "Example").build();
            Write.Create creation = created(exchange(kind), item);
            ItemId id = office.graphId(office.folder(kind).list().get(0).id());

            assertThat(office.open(kind).find(List.of(creation.tag()))).containsExactly(new Tagged(creation.tag(), id));
            assertThat(Office.read(office.open(kind), id).tag()).isEqualTo(creation.tag());
        }
    }

    @Test
    @DisplayName("G4: a record that was made over Graph is found over Exchange Web Services by its mark")
    void findsMarksOfGraph() {
        for (ItemKind kind : ItemKind.values()) {
            Item item = kind == ItemKind.EVENT
                    ? event()
                    : Items.contact("Ada", "Example").build();
            Write.Create creation = created(office.open(kind), item);
            ItemId id = new ItemId(office.folder(kind).list().get(0).id());

            assertThat(exchange(kind).find(List.of(creation.tag()))).containsExactly(new Tagged(creation.tag(), id));
        }
    }

    @Test
    @DisplayName("F19: of an event that was made over Exchange Web Services, a copy carries no mark over Graph either")
    void tellsACopyFromTheEvent() {
        Write.Create creation = created(exchange(ItemKind.EVENT), event());
        String original = office.mailbox.calendar().list().get(0).id();
        ItemId copy = office.graphId(office.mailbox.calendar().copy(original).id());

        assertThat(office.events().find(List.of(creation.tag())))
                .containsExactly(new Tagged(creation.tag(), office.graphId(original)));
        assertThat(Office.read(office.events(), copy).tag()).isNull();
    }

    @Test
    @DisplayName("G4: a record that was made over Graph carries its mark over Exchange Web Services as well")
    void leavesMarksForTheOtherWay() {
        for (ItemKind kind : ItemKind.values()) {
            Item item = kind == ItemKind.EVENT
                    ? event()
                    : Items.contact("Ada", "Example").build();
            Write.Create creation = created(office.open(kind), item);
            ItemId id = new ItemId(office.folder(kind).list().get(0).id());

            assertThat(Office.read(exchange(kind), id).tag()).isEqualTo(creation.tag());
        }
    }

    @Test
    @DisplayName("S22: an event has the same UID over both ways")
    void tellsTheSameUid() {
        WriteOutcome.Written lunch = office.create(office.events(), event());
        created(exchange(ItemKind.EVENT), event());

        List<ItemId> ids = office.mailbox.calendar().list().stream()
                .map(item -> office.graphId(item.id()))
                .toList();
        assertThat(office.events().uids(ids).values())
                .containsExactlyInAnyOrderElementsOf(office.mailbox.calendar().list().stream()
                        .map(item -> item.value("UID"))
                        .toList());
        assertThat(office.events().uids(List.of(new ItemId("none"), lunch.id())))
                .containsOnlyKeys(lunch.id());
        assertThat(office.contacts().uids(ids)).isEmpty();
    }
}
