package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.Crosstie;
import io.github.crosstie.CrosstieBuilder;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.Cloud;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.Retirement;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MoveReadiness;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.report.MoveText;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.FailingStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrosstieMoveTest {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");
    private static final UserId BEN = new UserId("005000000000002AAA");

    private final MutableClock clock = MutableClock.create();
    private final InMemoryStateStore memory = InMemoryStateStore.create();
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final OtherWay successor = new OtherWay(mail);
    private final Crosstie crosstie = crosstie(memory, true);

    @Test
    @DisplayName("S22: contacts and events move together, and everybody else goes on as before")
    void movesOneMailbox() {
        fill(ANNA);
        fill(BEN);

        MoveResult result = move(crosstie).commit(MoveReview.NONE);

        assertThat(MoveText.line(result)).isEqualTo("moved: 4 linked, 0 created, 0 deleted");
        assertThat(memory.movedFrom(key(ANNA, ItemKind.EVENT))).isPresent();
        assertThat(memory.movedFrom(key(BEN, ItemKind.EVENT))).isEmpty();
    }

    @Test
    @DisplayName("S22: rounds of a moved mailbox go by the successor by themselves")
    void routesRounds() {
        fill(ANNA);
        move(crosstie).commit(MoveReview.NONE);
        records(Side.CRM, ANNA, ItemKind.CONTACT)
                .create(Items.contact("Emmy", "Noether").build());

        SyncResult result = crosstie.sync(ACME, ANNA);

        assertThat(result).isInstanceOf(SyncResult.Synced.class);
        assertThat(records(Side.MAIL, ANNA, ItemKind.CONTACT).items()).hasSize(3);
        assertThat(memory.load(key(ANNA, ItemKind.CONTACT)).links())
                .hasSize(3)
                .allSatisfy(link -> assertThat(link.mail().id().value()).startsWith("immutable-"));
    }

    @Test
    @DisplayName("S22: a mailbox that never was synced moves as well, and is synced by the new way at once")
    void movesWhatWasNeverSynced() {
        records(Side.CRM, ANNA, ItemKind.CONTACT)
                .create(Items.contact("Ada", "Lovelace").build());

        MoveResult result = move(crosstie).commit(MoveReview.NONE);
        crosstie.sync(ACME, ANNA);

        assertThat(MoveText.line(result)).isEqualTo("moved: 0 linked, 0 created, 0 deleted");
        assertThat(records(Side.MAIL, ANNA, ItemKind.CONTACT).items()).hasSize(1);
    }

    @Test
    @DisplayName("S12, S22: the mailbox's claim is read by the way that the mailbox goes")
    void readsTheClaimByTheNewWay() {
        fill(ANNA);
        move(crosstie).commit(MoveReview.NONE);

        assertThat(crosstie.claim(ACME, ANNA)).isPresent();
    }

    @Test
    @DisplayName("S12, S22: where events alone flow, the claim is read by the way that the events go")
    void readsTheClaimByTheWayOfEvents() {
        Fence fence = memory.acquire(key(ANNA, ItemKind.EVENT), "mover", clock.instant(), Duration.ofMinutes(1))
                .orElseThrow();
        memory.commit(
                fence, List.of(new StateChange.PutMove(new MoveOrigin(new ScopeIdentity("former"), clock.instant()))));
        successor.trouble = new AccessBlockedException("asked by the successor");

        assertThatThrownBy(() -> crosstie.claim(ACME, ANNA)).hasMessage("asked by the successor");
    }

    @Test
    @DisplayName("S22, F1: a move that dies between contacts and events goes on when it is committed again")
    void goesOnAfterACrash() {
        fill(ANNA);
        FailingStore failing = FailingStore.around(memory);
        failing.failAt(2, FailingStore.When.BEFORE);
        MailboxMove dying = move(crosstie(failing, true));
        assertThatThrownBy(() -> dying.commit(MoveReview.NONE)).isInstanceOf(RuntimeException.class);
        assertThat(memory.movedFrom(key(ANNA, ItemKind.CONTACT))).isPresent();
        assertThat(memory.movedFrom(key(ANNA, ItemKind.EVENT))).isEmpty();
        clock.advance(Duration.ofHours(1));

        MoveResult result = move(crosstie).commit(MoveReview.NONE);
        crosstie.sync(ACME, ANNA);

        assertThat(MoveText.line(result)).isEqualTo("moved: 2 linked, 0 created, 0 deleted");
        assertThat(records(Side.MAIL, ANNA, ItemKind.CONTACT).items()).hasSize(2);
        assertThat(records(Side.MAIL, ANNA, ItemKind.EVENT).items()).hasSize(2);
    }

    @Test
    @DisplayName("S22: without a successor no mailbox can move, and the message says how to name one")
    void wantsASuccessor() {
        assertThatThrownBy(() -> crosstie(memory, false).move(ACME, ANNA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("successor(connector, translator)");
    }

    @Test
    @DisplayName("S22, S24: the readiness of a roster says who has moved, who can, who cannot and why, and until when")
    void tellsReadiness() {
        fill(ANNA);
        fill(BEN);
        move(crosstie).commit(MoveReview.NONE);
        InMemoryRecords contacts = records(Side.CRM, BEN, ItemKind.CONTACT);
        List.copyOf(contacts.items().keySet()).forEach(contacts::delete);
        crosstie.sync(ACME, BEN);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
        Retirement later =
                new Retirement("EWS in Exchange Online", Cloud.COMMERCIAL, today.plusDays(126), "its vendor");

        MoveReadiness readiness = crosstie.moveReadiness(ACME, List.of(later));

        assertThat(readiness.daysLeft()).hasValue(126);
        assertThat(readiness.at(MoveReadiness.Stage.MOVED)).hasSize(1);
        assertThat(readiness.at(MoveReadiness.Stage.BLOCKED))
                .singleElement()
                .satisfies(row -> assertThat(row.reasons()).anyMatch(reason -> reason.contains("deletions wait")));
        assertThat(MoveText.of(readiness))
                .startsWith("1 MOVED, 0 READY, 1 BLOCKED; EWS in Exchange Online: 126 days left\n")
                .contains("retire the move");
    }

    @Test
    @DisplayName("S22, S24: without a retirement there is no deadline, and who never synced can move")
    void needsNoDeadline() {
        MoveReadiness readiness = crosstie.moveReadiness(ACME, List.of());

        assertThat(readiness.daysLeft()).isEmpty();
        assertThat(readiness.at(MoveReadiness.Stage.READY)).hasSize(2);
    }

    private MailboxMove move(Crosstie by) {
        return by.move(ACME, ANNA).orElseThrow();
    }

    private void fill(UserId user) {
        records(Side.CRM, user, ItemKind.CONTACT)
                .create(Items.contact("Ada", "Lovelace").build());
        records(Side.MAIL, user, ItemKind.CONTACT)
                .create(Items.contact("Carl", "Gauss").build());
        records(Side.CRM, user, ItemKind.EVENT)
                .create(Items.meeting(
                                "Review",
                                clock.instant().atZone(ZoneId.of("UTC")).plusDays(1),
                                Duration.ofHours(1))
                        .build());
        records(Side.MAIL, user, ItemKind.EVENT)
                .create(Items.meeting(
                                "Lunch",
                                clock.instant().atZone(ZoneId.of("UTC")).plusDays(2),
                                Duration.ofHours(1))
                        .build());
        crosstie.sync(ACME, user);
    }

    private InMemoryRecords records(Side side, UserId user, ItemKind kind) {
        return side == Side.CRM
                ? crm.records(new Owner(user.value()), kind)
                : mail.records(new Owner(address(user)), kind);
    }

    private static CollectionKey key(UserId user, ItemKind kind) {
        return new CollectionKey(ACME, user, kind);
    }

    private static String address(UserId user) {
        return (user.equals(ANNA) ? "anna" : "ben") + "@acme.example";
    }

    private Crosstie crosstie(StateStore store, boolean withSuccessor) {
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, address(ANNA), SALES)
                        .emailAddress(address(ANNA))
                        .build())
                .put(User.builder(BEN, address(BEN), SALES)
                        .emailAddress(address(BEN))
                        .build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
        CrosstieBuilder builder = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(ACME, configuration)), crm)
                .mail(mail)
                .store(store)
                .clock(clock)
                .ids(SequentialIds.create());
        for (UserId user : List.of(ANNA, BEN)) {
            for (ItemKind kind : ItemKind.values()) {
                records(Side.CRM, user, kind);
                records(Side.MAIL, user, kind);
            }
        }
        return (withSuccessor ? builder.successor(successor, successor.translator()) : builder).build();
    }
}
