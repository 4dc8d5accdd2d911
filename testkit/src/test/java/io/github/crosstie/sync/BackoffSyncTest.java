package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RetryPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffSyncTest {

    private Enrollment user;
    private ItemId ada;

    @BeforeEach
    void adaIsInStep() {
        user = Enrollment.contacts();
        ada = user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.run();
    }

    private int calls() {
        return user.crm.faults().calls() + user.mail.faults().calls();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("F7: a throttled mailbox is called at the told time and not before, whoever runs rounds in between")
    void waitsForTheToldTime(Side side) {
        Instant told = user.clock.instant().plusSeconds(90);
        user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
        user.on(side).faults().failNext(new ThrottledException("too fast", told, null));
        RoundReport throttled = user.run();
        assertThat(throttled.retryAt()).contains(told);
        assertThat(throttled.nextDue()).contains(told);
        int calls = calls();

        for (int second = 0; second < 90; second += 30) {
            RoundReport early = user.run();
            assertThat(early.retryAt()).contains(told);
            assertThat(early.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.THROTTLED);
            user.clock.advance(Duration.ofSeconds(30));
        }
        assertThat(user.clock.instant()).isEqualTo(told);
        assertThat(calls()).as("no call before it").isEqualTo(calls);
        RoundReport after = user.run();

        assertThat(after.writes()).isEqualTo(1);
        assertThat(after.retryAt()).isEmpty();
        assertThat(user.memory.load(user.key).pause()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "F8: refused credentials park the mailbox at any call; it resumes where it was, and nothing is deleted")
    void parksAtAnyCall(Side side) {
        for (int step = 0; ; step++) {
            adaIsInStep();
            user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
            user.mail.create(Items.contact("Cleo", "Carter").build());
            AtomicInteger left = new AtomicInteger(step);
            RefusingEndpoints refusing = new RefusingEndpoints(left, side);
            RoundReport report = refusing.round(user).run();
            if (report.stopped().isEmpty()) {
                assertThat(step).as("calls of a round").isGreaterThan(3);
                return;
            }
            assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.AUTH_EXPIRED);
            int calls = calls();
            user.clock.advance(Duration.ofHours(2));
            RoundReport parked = user.run();
            assertThat(calls()).as("no call while parked, step " + step).isEqualTo(calls);
            assertThat(parked.stopped().orElseThrow().message()).contains("Crosstie.resume");
            Object crmCursor =
                    Objects.requireNonNullElse(user.memory.load(user.key).cursor(Side.CRM), "none");

            assertThat(user.round().resume()).isTrue();
            assertThat(Objects.requireNonNullElse(user.memory.load(user.key).cursor(Side.CRM), "none"))
                    .as("state is intact")
                    .isEqualTo(crmCursor);
            user.run();

            assertThat(user.crm.items()).as("step " + step).hasSize(3);
            assertThat(user.mail.items().values())
                    .as("step " + step)
                    .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
            assertThat(user.run().writes()).isZero();
        }
    }

    @Test
    @DisplayName("F7: a dry run calls nobody before the told time either, and says until when")
    void dryRunsWaitToo() {
        Instant told = user.clock.instant().plusSeconds(90);
        user.mail.faults().failNext(new ThrottledException("too fast", told, null));
        user.run();
        int calls = calls();

        assertThatThrownBy(user::plan)
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(told));
        assertThat(calls()).isEqualTo(calls);
        user.clock.set(told);
        assertThat(user.plan().writesNothing()).isTrue();
    }

    @Test
    @DisplayName("F8: blocked access is tried again by itself after a long delay")
    void triesBlockedAccessAgain() {
        user.mail.faults().failNext(new AccessBlockedException("switched off by the tenant", null));

        RoundReport report = user.run();

        assertThat(report.retryAt()).contains(user.clock.instant().plus(RetryPolicy.DEFAULT.authorization()));
        user.clock.advance(RetryPolicy.DEFAULT.authorization());
        assertThat(user.run().stopped()).isEmpty();
    }

    @Test
    @DisplayName(
            "a system that does not answer is tried again after a delay that grows with each failure and ends with success")
    void growsWithEachFailure() {
        Duration longest = Duration.ZERO;
        for (int failure = 1; failure <= 5; failure++) {
            user.mail.faults().failNext(new UnavailableException("no answer"));
            RoundReport report = user.run();
            Duration delay =
                    Duration.between(user.clock.instant(), report.retryAt().orElseThrow());
            Duration full = RetryPolicy.DEFAULT.delay(failure, 0);
            assertThat(delay).isBetween(full.dividedBy(2), full);
            longest = delay;
            user.clock.advance(delay);
        }
        assertThat(longest).isGreaterThan(Duration.ofMinutes(2));

        assertThat(user.run().stopped()).isEmpty();
        user.mail.faults().failNext(new UnavailableException("no answer"));
        RoundReport first = user.run();

        assertThat(Duration.between(user.clock.instant(), first.retryAt().orElseThrow()))
                .isLessThanOrEqualTo(RetryPolicy.DEFAULT.firstDelay());
    }

    @Test
    @DisplayName("F14: a store that does not answer is a line of the report, before anything is called or written")
    void reportsAStoreThatDoesNotAnswer() {
        user.store = new DyingStore(user.memory, -1);
        int calls = calls();

        RoundReport report = user.run();

        assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.UNAVAILABLE);
        assertThat(report.retryAt()).isPresent();
        assertThat(calls()).isEqualTo(calls);
    }

    /** Refuses the credentials at a chosen call. */
    private record RefusingEndpoints(AtomicInteger left, Side side) {

        SyncRound round(Enrollment user) {
            return SyncRound.of(
                    user.key,
                    user.configuration,
                    way(user.crmSystem.open(Enrollment.USER, user.key.kind(), user.configuration)),
                    way(user.mailSystem.open(Enrollment.MAILBOX, user.key.kind(), user.configuration)),
                    user.store,
                    user.clock,
                    user.ids);
        }

        private Endpoint way(Endpoint endpoint) {
            return endpoint.side() == side ? new Refusing(endpoint, left) : endpoint;
        }
    }

    private static final class Refusing extends ForwardingEndpoint {
        private final AtomicInteger left;

        Refusing(Endpoint endpoint, AtomicInteger left) {
            super(endpoint);
            this.left = left;
        }

        private void enter() {
            if (left.getAndDecrement() == 0) {
                CrosstieException refused = new UnauthorizedException("consent was removed");
                throw refused;
            }
        }

        @Override
        public ScopeIdentity scopeIdentity() {
            enter();
            return super.scopeIdentity();
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            enter();
            return super.changes(cursor);
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            enter();
            return super.read(ids);
        }

        @Override
        public List<WriteOutcome> write(List<Write> writes) {
            enter();
            return super.write(writes);
        }
    }
}
