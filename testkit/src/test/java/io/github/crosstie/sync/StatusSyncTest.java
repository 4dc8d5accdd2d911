package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.Stage;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    private final Enrollment user = Enrollment.contacts();

    private List<FlowStatus> status() {
        return of(user);
    }

    private static List<FlowStatus> of(Enrollment enrollment) {
        return FlowStatus.of(
                        enrollment.configuration,
                        kind -> kind == enrollment.key.kind()
                                ? enrollment.memory.load(enrollment.key)
                                : CollectionState.empty(),
                        enrollment.clock.instant())
                .stream()
                .filter(flow -> flow.kind() == enrollment.key.kind())
                .toList();
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

        user.round().run(untilBothAreListed);

        assertThat(stages()).containsExactly(Stage.INITIAL_SYNC, Stage.INITIAL_SYNC);
        assertThat(from(Side.CRM).reason()).contains("was cancelled");
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
        assertThat(from(Side.CRM).counts()).isEqualTo(new FlowCounts(1, 0, 0, 0, 0, 0));
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
        assertThat(crm.reason()).contains("TOO_NOBLE");
        assertThat(crm.counts()).isEqualTo(new FlowCounts(1, 1, 1, 0, 0, 0));
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
        assertThat(from(Side.CRM).reason()).contains("Crosstie.releaseDeletions");
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
        assertThat(from(Side.CRM).reason()).contains("exception");
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

        assertThat(FlowStatus.of(west.configuration, kind -> west.store.load(west.key(kind)), clock.instant()))
                .filteredOn(flow -> flow.kind() == ItemKind.CONTACT)
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
        assertThat(from(Side.CRM).counts()).isEqualTo(new FlowCounts(1, 1, 0, 0, 1, 0));
    }

    @Test
    @DisplayName(
            "S18, S7: a meeting that would make the mail server tell people is counted, with what to do, and no trouble")
    void whatWouldNotify() {
        Enrollment loud = InvitationSyncTest.loud();
        loud.crm.create(meeting(loud));

        loud.run();

        assertThat(of(loud)).extracting(FlowStatus::stage).containsOnly(Stage.IN_SYNC);
        assertThat(of(loud))
                .extracting(FlowStatus::counts)
                .containsExactly(new FlowCounts(0, 1, 0, 0, 0, 1), FlowCounts.NONE);
        assertThat(of(loud).get(0).reason()).contains("let it send invitations");
        assertThat(of(loud).get(0).lag(loud.clock.instant()))
                .as("settings keep it back, nothing lags")
                .isEmpty();
    }

    @Test
    @DisplayName("S18, S7: of a meeting that both sides edited, only the edit that would notify counts as not arrived")
    void whatWouldNotifyBesideWhatFlows() {
        Enrollment loud = InvitationSyncTest.loud();
        loud.mail.create(meeting(loud));
        loud.run();
        loud.crm.edit(loud.newest(Side.CRM), event -> event.set(EventFields.SUBJECT, "Second review"));
        loud.mail.edit(loud.newest(Side.MAIL), event -> event.set(EventFields.LOCATION, "Hall"));

        loud.run();

        assertThat(of(loud))
                .extracting(FlowStatus::counts)
                .containsExactly(new FlowCounts(1, 1, 0, 0, 0, 1), new FlowCounts(1, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("S18, S7: a deletion that would notify has not arrived either")
    void aDeletionThatWouldNotify() {
        Enrollment loud = InvitationSyncTest.loud();
        loud.mail.create(meeting(loud));
        loud.run();
        loud.crm.delete(loud.newest(Side.CRM));

        loud.run();

        assertThat(of(loud)).extracting(flow -> flow.counts().wouldNotify()).containsExactly(1L, 0L);
    }

    private static Item meeting(Enrollment of) {
        return Items.meeting("Review", ZonedDateTime.now(of.clock).plusDays(2), Duration.ofHours(1))
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("charles@example.com"))
                .build();
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

    @Test
    @DisplayName("S18: what a round is just carrying over is no trouble, and has a lag")
    void whileARoundRuns() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.clock.advance(Duration.ofMinutes(10));
        user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
        List<FlowStatus> seen = new ArrayList<>();
        user.mail.faults().beforeWrite(write -> seen.add(from(Side.CRM)));

        user.run();

        assertThat(seen).singleElement().satisfies(status -> {
            assertThat(status.stage()).isEqualTo(Stage.IN_SYNC);
            assertThat(status.counts().unapplied()).isEqualTo(1);
            assertThat(status.lag(user.clock.instant())).contains(Duration.ZERO);
        });
    }

    @Test
    @DisplayName("S18, S10: a record that has only gone from view is left alone, not late")
    void goneFromView() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.hide(ada);

        user.run();
        Instant later = later(Duration.ofDays(30));
        user.run();

        assertThat(from(Side.CRM).stage()).isEqualTo(Stage.IN_SYNC);
        assertThat(from(Side.CRM).lag(later)).isEmpty();
    }

    @Test
    @DisplayName("S18, F2: a write whose answer was lost is no success, and is tried to be known")
    void lostAnswer() {
        user.crm.create(ADA);
        user.run();
        Instant success = user.clock.instant();
        user.crm.create(Items.contact("Bea", "Baker").build());
        later(Duration.ofMinutes(10));
        user.mail.faults().loseReplyOnce();

        user.run();

        assertThat(from(Side.CRM).stage()).isEqualTo(Stage.RETRYING);
        assertThat(from(Side.CRM).lastSuccess()).isEqualTo(success);
        assertThat(from(Side.CRM).reason()).contains("what became of a write");
    }

    @Test
    @DisplayName("S18: credentials that work again are no failure, even if the round is then cancelled")
    void aPauseThatIsOver() {
        user.crm.create(ADA);
        user.run();
        user.mail.faults().failNext(new UnauthorizedException("token expired"));
        user.run();
        later(Duration.ofDays(2));

        user.round()
                .run(RoundLimits.NONE.withCancellation(() -> user.mail.faults().calls() > 0));

        assertThat(from(Side.CRM).stage()).isEqualTo(Stage.RETRYING);
        assertThat(from(Side.CRM).reason()).contains("cancelled");
    }

    @Test
    @DisplayName("S18: a first sync that is throttled is still a first sync, and says what it waits for")
    void throttledFirstSync() {
        user.crm.create(ADA);
        Instant told = user.clock.instant().plusSeconds(60);
        user.mail.faults().failNext(new ThrottledException("too fast", told, null));

        user.run();

        assertThat(from(Side.CRM).stage()).isEqualTo(Stage.MATCHING);
        assertThat(from(Side.CRM).reason()).contains("too fast");
        assertThat(from(Side.CRM).nextDue()).isEqualTo(told);
    }

    @Test
    @DisplayName("S18, S15: what waits behind a record that cannot be read is late, and says so")
    void behindTheUnreadable() {
        ItemId bea = user.mail.create(Items.contact("Bea", "Baker").build());
        user.mail.faults().poison(bea);
        user.crm.create(ADA);

        user.run();

        FlowStatus crm = from(Side.CRM);
        assertThat(crm.counts().unapplied()).isEqualTo(1);
        assertThat(crm.stage()).isEqualTo(Stage.RETRYING);
        assertThat(crm.reason()).contains("cannot be read");
    }

    @Test
    @DisplayName(
            "S18, S13: deletions that somebody has released are held no longer, also before the round that makes them")
    void releasedDeletions() {
        heldDeletions();

        user.round().release(user.round().held().orElseThrow().token());

        assertThat(from(Side.CRM).stage()).isEqualTo(Stage.IN_SYNC);
        assertThat(from(Side.CRM).counts().held()).isZero();
    }

    @Test
    @DisplayName("S18: a place in a change stream that is lost twice is listed anew, and no failure")
    void lostPlace() {
        user.crm.create(ADA);
        user.run();
        user.crm.faults().expireCursor();
        user.crm.faults().beforeCall(2, () -> {
            throw new CursorExpiredException("forgotten again");
        });

        user.run();

        assertThat(stages()).containsExactly(Stage.MATCHING, Stage.MATCHING);
    }

    @Test
    @DisplayName("S18, S23: what failed when it entered the window is late since then, not since it was written")
    void lateSinceTheWindow() {
        Enrollment events = Enrollment.events();
        events.crm.create(Items.meeting(
                        "Summit",
                        events.clock.instant().plus(Duration.ofDays(400)).atZone(ZoneOffset.UTC),
                        Duration.ofHours(1))
                .build());
        events.run();
        events.mail.faults().rejectWrites(write -> Optional.of(new WriteOutcome.Rejected("FULL", "no room", false)));
        events.clock.advance(Duration.ofDays(395));
        Instant now = events.clock.instant();

        events.run();

        FlowStatus crm = of(events).get(0);
        assertThat(crm.counts().quarantined()).isEqualTo(1);
        assertThat(crm.lag(now).orElseThrow()).isLessThan(Duration.ofDays(395));
    }

    @Test
    @DisplayName("F1: a lease is given back though an endpoint breaks before the round has begun")
    void givesTheLeaseBack() {
        user.crm.create(ADA);
        user.run();
        AtomicBoolean isBroken = new AtomicBoolean();
        user.mailWay = endpoint -> new ForwardingEndpoint(endpoint) {
            @Override
            public Capabilities capabilities() {
                if (isBroken.get()) {
                    throw new IllegalStateException("who is asking?");
                }
                return super.capabilities();
            }
        };
        SyncRound broken = user.round();
        isBroken.set(true);
        assertThatThrownBy(broken::run).isInstanceOf(IllegalStateException.class);
        user.mailWay = UnaryOperator.identity();

        assertThat(user.run().stopped()).isEmpty();
    }
}
