package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundListener;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.Stage;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    private final Enrollment user = Enrollment.contacts();

    private List<FlowStatus> status() {
        return FlowStatus.of(
                user.key.kind(),
                user.configuration.records(user.key.kind()).direction(),
                user.memory.load(user.key),
                user.clock.instant());
    }

    private FlowStatus from(Side side) {
        return status().get(side == Side.CRM ? 0 : 1);
    }

    private List<Stage> stages() {
        return status().stream().map(FlowStatus::stage).toList();
    }

    private Instant later(Duration time) {
        user.clock.advance(time);
        return user.clock.instant();
    }

    @Test
    @DisplayName("S18: before the first round nothing has started, either way")
    void beforeTheFirstRound() {
        assertThat(stages()).containsExactly(Stage.NOT_STARTED, Stage.NOT_STARTED);
        assertThat(from(Side.CRM).lastSuccess()).isNull();
        assertThat(from(Side.CRM).counts()).isEqualTo(FlowCounts.NONE);
    }

    @Test
    @DisplayName("S18: a vector has an element for each way that records flow, and none for another")
    void anElementForEachWay() {
        assertThat(status())
                .extracting(FlowStatus::direction)
                .containsExactly(SyncDirection.CRM_TO_MAIL, SyncDirection.MAIL_TO_CRM);

        user.settings(change -> change.direction(SyncDirection.MAIL_TO_CRM));

        assertThat(status()).extracting(FlowStatus::direction).containsExactly(SyncDirection.MAIL_TO_CRM);
    }

    @Test
    @DisplayName("S18: a side that is not listed to its end keeps both ways matching")
    void matchesWhileListing() {
        user.crm.create(ADA);
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.crm.faults().truncateListing(1);

        user.run();

        assertThat(stages()).containsExactly(Stage.MATCHING, Stage.MATCHING);
        assertThat(from(Side.CRM).lastSuccess())
                .as("nobody knows what is missing")
                .isNull();
    }

    @Test
    @DisplayName("S18: both sides listed, and not all carried over: initial sync")
    void initialSync() {
        user.crm.create(ADA);
        RoundLimits untilBothAreListed = RoundLimits.NONE.withCancellation(
                () -> user.memory.load(user.key).cursor(Side.MAIL) != null);

        user.round().run(untilBothAreListed, RoundListener.NONE);

        assertThat(stages()).containsExactly(Stage.INITIAL_SYNC, Stage.INITIAL_SYNC);
        assertThat(from(Side.CRM).reason()).startsWith("CANCELLED");
        assertThat(from(Side.CRM).counts().unapplied()).isEqualTo(1);
    }

    @Test
    @DisplayName("S18: a round that goes through leaves everything in step, and says when")
    void inSync() {
        user.crm.create(ADA);
        Instant now = later(Duration.ofMinutes(1));

        user.run();

        assertThat(stages()).containsExactly(Stage.IN_SYNC, Stage.IN_SYNC);
        assertThat(from(Side.CRM).lastSuccess()).isEqualTo(now);
        assertThat(from(Side.CRM).counts()).isEqualTo(new FlowCounts(1, 0, 0, 0, 0));
        assertThat(from(Side.CRM).lag(now)).isEmpty();
        assertThat(from(Side.CRM).reason()).isEmpty();
    }

    @Test
    @DisplayName("S18, P7: an idle round moves the last success, by the commit that ends its lease alone")
    void anIdleRoundIsASuccess() {
        user.crm.create(ADA);
        user.run();
        user.run();
        Instant now = later(Duration.ofMinutes(10));
        user.store = new DyingStore(user.memory, 0);

        user.run();

        assertThat(from(Side.MAIL).lastSuccess()).isEqualTo(now);
    }

    @Test
    @DisplayName(
            "S18: what fails keeps the last success where it was, and its lag grows from the round that saw it first")
    void lagGrows() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        Instant success = user.clock.instant();
        user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
        Instant seen = later(Duration.ofMinutes(10));
        user.mail.faults().failNext(new ThrottledException("too fast", seen.plusSeconds(60), null));
        user.run();
        user.crm.edit(ada, contact -> contact.set(NOTES, "newer"));
        Instant again = later(Duration.ofMinutes(5));
        user.mail.faults().failNext(new ThrottledException("too fast", again.plusSeconds(60), null));
        user.run();

        FlowStatus crm = from(Side.CRM);
        assertThat(crm.stage()).isEqualTo(Stage.RETRYING);
        assertThat(crm.lastSuccess()).isEqualTo(success);
        assertThat(crm.lag(again)).contains(Duration.ofMinutes(5));
        assertThat(crm.oldestUnapplied()).isEqualTo(seen);
        assertThat(crm.nextDue()).isEqualTo(again.plusSeconds(60));
        assertThat(crm.counts().unapplied()).isEqualTo(1);
        assertThat(from(Side.MAIL).lag(again)).as("nothing waits the other way").isEmpty();
    }

    @Test
    @DisplayName("S18, S15: a record in quarantine is retried in its direction, while the other is in step")
    void quarantined() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.mail
                .faults()
                .rejectWrites(write -> Optional.of(new WriteOutcome.Rejected("TOO_NOBLE", "no titles here", false)));
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        Instant seen = later(Duration.ofMinutes(1));

        user.run();

        FlowStatus crm = from(Side.CRM);
        assertThat(crm.stage()).isEqualTo(Stage.RETRYING);
        assertThat(crm.reason()).startsWith("TOO_NOBLE: 1 records in quarantine");
        assertThat(crm.counts()).isEqualTo(new FlowCounts(1, 1, 1, 0, 0));
        assertThat(crm.oldestUnapplied()).isEqualTo(seen);
        assertThat(crm.nextDue()).isAfter(seen);
        assertThat(from(Side.MAIL).stage()).isEqualTo(Stage.IN_SYNC);
    }

    @Test
    @DisplayName("S18, S13: held deletions hold the direction in which they would go")
    void heldDeletions() {
        user.configuration = user.configuration.toBuilder()
                .deletionGuard(new DeletionGuard(0, 100, 1.0, Duration.ofDays(1)))
                .build();
        ItemId ada = user.crm.create(ADA);
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.run();
        user.crm.delete(ada);
        Instant seen = later(Duration.ofMinutes(1));

        user.run();

        assertThat(stages()).containsExactly(Stage.HELD, Stage.IN_SYNC);
        assertThat(from(Side.CRM).counts().held()).isEqualTo(1);
        assertThat(from(Side.CRM).oldestUnapplied()).isEqualTo(seen);
        assertThat(from(Side.CRM).reason()).contains("release");
    }

    @Test
    @DisplayName("S18, F8: refused credentials are a failure until somebody mends them")
    void refusedCredentials() {
        user.crm.create(ADA);
        user.run();
        user.mail.faults().failNext(new UnauthorizedException("token expired"));

        user.run();
        assertThat(stages()).containsExactly(Stage.FAILED, Stage.FAILED);

        user.round().resume();
        user.run();
        assertThat(stages()).containsExactly(Stage.IN_SYNC, Stage.IN_SYNC);
    }

    @Test
    @DisplayName("S18: a connector that breaks its contract is a failure, and told as one")
    void brokenContract() {
        user.crm.create(ADA);
        user.run();
        user.crm.faults().failNext(new ContractBrokenException("answered in Latin"));

        assertThatThrownBy(user::run).isInstanceOf(ContractBrokenException.class);

        assertThat(stages()).containsExactly(Stage.FAILED, Stage.FAILED);
        assertThat(from(Side.CRM).reason()).startsWith("ContractBrokenException");
    }

    @Test
    @DisplayName("S18, S12: a mailbox that somebody else holds is held")
    void claimedElsewhere() {
        MutableClock clock = MutableClock.create();
        InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
        Installation east = new Installation("east", Environment.PRODUCTION, mail, clock);
        Installation west = new Installation("west", Environment.PRODUCTION, mail, clock);
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        west.crm(ItemKind.CONTACT).create(Items.contact("Bea", "Baker").build());

        west.run(ItemKind.CONTACT);

        assertThat(FlowStatus.of(
                        ItemKind.CONTACT,
                        SyncDirection.BOTH,
                        west.store.load(west.key(ItemKind.CONTACT)),
                        clock.instant()))
                .extracting(FlowStatus::stage)
                .containsOnly(Stage.HELD);
    }

    @Test
    @DisplayName("S18, S16: what waits at the cap is counted, and no trouble")
    void atTheCap() {
        user.settings(change -> change.cap(1));
        user.crm.create(ADA);
        user.crm.create(Items.contact("Bea", "Baker").build());

        user.run();

        assertThat(stages()).containsExactly(Stage.IN_SYNC, Stage.IN_SYNC);
        assertThat(from(Side.CRM).counts()).isEqualTo(new FlowCounts(1, 1, 0, 0, 1));
    }

    @Test
    @DisplayName("S18, S20: after a reset the records look for their counterparts again")
    void afterAReset() {
        user.crm.create(ADA);
        user.run();

        user.round().reset();
        assertThat(stages()).containsExactly(Stage.MATCHING, Stage.MATCHING);
        assertThat(from(Side.CRM).lastSuccess()).as("nobody takes that back").isNotNull();

        user.run();
        assertThat(stages()).containsExactly(Stage.IN_SYNC, Stage.IN_SYNC);
    }
}
