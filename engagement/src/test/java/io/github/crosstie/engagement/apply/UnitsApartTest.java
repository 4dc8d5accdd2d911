package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.ProcessDied;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever befalls one unit, the others go on; and a report tells it. */
class UnitsApartTest {

    private static final BusinessUnitId EVENTS = new BusinessUnitId("events");

    private final Acme acme = new Acme();

    /** Anna is to be created in both units; the first of them is the one in trouble. */
    @BeforeEach
    void annaInTwoUnits() {
        acme.inMarketing(user("anna").build());
        BusinessUnit like = acme.unit;
        acme.add(new BusinessUnit(
                EVENTS, "Events", null, like.marketingUsers(), List.of(), like.mapping(), like.bothSets()));
        acme.engagement.unit(EVENTS).add(FieldMap.DEFAULT.values(Acme.BOSS, EngagementRole.ADMINISTRATOR));
    }

    private EngagementTarget failing(Supplier<? extends RuntimeException> failure) {
        return unit -> {
            if (unit.equals(Acme.CAMPAIGNS)) {
                throw failure.get();
            }
            return acme.engagement.open(unit);
        };
    }

    /** A store that fails for one unit once it was asked so often. */
    private final class FailingStore implements LedgerStore {
        private final Supplier<RuntimeException> failure;
        private int good;

        /** Does not answer any more after so many good calls, as a store may. */
        FailingStore(int good) {
            this(good, () -> new UnavailableException("ledgers: the store does not answer; try again"));
        }

        FailingStore(int good, Supplier<RuntimeException> failure) {
            this.good = good;
            this.failure = failure;
        }

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            count(unit);
            return acme.ledgers.read(unit);
        }

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            count(unit);
            return acme.ledgers.replace(unit, expected, next);
        }

        private void count(BusinessUnitId unit) {
            if (unit.equals(Acme.CAMPAIGNS) && good-- <= 0) {
                throw failure.get();
            }
        }
    }

    @Test
    @DisplayName("a target that fails for a reason of its own leaves its unit out of the plan, and no other")
    void plansTheOthersWhenATargetFails() {
        UserSync sync = acme.builder()
                .target(failing(() -> new IllegalStateException("anna@acme.example")))
                .build();

        UserSyncPlan plan = sync.plan();

        assertThat(plan.units()).extracting(UnitPlan::unit).containsExactly(EVENTS);
        assertThat(plan.unreached()).singleElement().satisfies(unit -> {
            assertThat(unit.unit()).isEqualTo(Acme.CAMPAIGNS);
            assertThat(unit.message())
                    .contains("campaigns", "java.lang.IllegalStateException", "UnitsApartTest.java")
                    .doesNotContain("anna@");
        });
    }

    @Test
    @DisplayName("a ledger that cannot be read leaves its unit out of the plan, and no other")
    void plansTheOthersWhenALedgerCannotBeRead() {
        UserSyncPlan plan = acme.builder().ledgers(new FailingStore(0)).build().plan();

        assertThat(plan.units()).extracting(UnitPlan::unit).containsExactly(EVENTS);
        assertThat(plan.unreached())
                .singleElement()
                .satisfies(unit -> assertThat(unit.message()).contains("the store does not answer"));
    }

    @Test
    @DisplayName("a store that breaks its contract leaves its unit out of a way back, and no other")
    void undoesInTheOthers() {
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);

        LedgerStore broken = new FailingStore(0, () -> new IllegalStateException("anna@acme.example"));
        UserSyncPlan back = acme.builder().ledgers(broken).build().undo(plan);

        assertThat(back.units()).extracting(UnitPlan::unit).containsExactly(EVENTS);
        assertThat(back.unreached())
                .singleElement()
                .satisfies(unit -> assertThat(unit.message())
                        .contains("campaigns", "java.lang.IllegalStateException")
                        .doesNotContain("anna@"));
    }

    @Test
    @DisplayName("a target that fails for a reason of its own stops its unit, and no other")
    void writesTheOthersWhenATargetFails() {
        UserSyncPlan plan = acme.wholePlan();
        UserSync sync =
                acme.builder().target(failing(NullPointerException::new)).build();

        ApplyReport report = sync.apply(plan);

        assertThat(report.unit(Acme.CAMPAIGNS).stopped()).contains("campaigns", "java.lang.NullPointerException");
        assertThat(report.unit(Acme.CAMPAIGNS).outcomes()).singleElement().isInstanceOf(ChangeOutcome.Unfinished.class);
        assertThat(report.unit(EVENTS).isAsPlanned()).isTrue();
    }

    @Test
    @DisplayName("an error is nobody's to swallow: it ends the whole run")
    void letsErrorsThrough() {
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().beforeWrite(write -> {
            throw new ProcessDied();
        });
        UserSync sync = acme.sync();

        assertThatThrownBy(() -> sync.apply(plan)).isInstanceOf(ProcessDied.class);
    }

    @Test
    @DisplayName("what was written before a target failed is told all the same")
    void tellsWhatWasWrittenBeforeATargetFailed() {
        acme.inMarketing(user("bert").build());
        acme.campaigns().capabilities(EngagementCapabilities.full(1, Duration.ZERO));
        UserSyncPlan plan = acme.wholePlan();
        List<Object> writes = new ArrayList<>();
        acme.campaigns().faults().beforeWrite(write -> {
            writes.add(write);
            if (writes.size() == 2) {
                throw new IllegalStateException("a defect of the target");
            }
        });

        UnitReport report = acme.sync().apply(plan).unit(Acme.CAMPAIGNS);

        assertThat(report.written()).isEqualTo(1);
        assertThat(report.outcomes().get(1)).isInstanceOf(ChangeOutcome.Unfinished.class);
        assertThat(report.isFinished()).isFalse();
    }

    @Test
    @DisplayName("what was written before a ledger could not be noted is told all the same")
    void tellsWhatWasWrittenBeforeTheLedgerFailed() {
        acme.inMarketing(user("bert").build());
        acme.campaigns().capabilities(EngagementCapabilities.full(1, Duration.ZERO));
        UserSyncPlan plan = acme.wholePlan();

        UnitReport report =
                acme.builder().ledgers(new FailingStore(2)).build().apply(plan).unit(Acme.CAMPAIGNS);

        assertThat(report.written()).isEqualTo(1);
        assertThat(report.stopped()).contains("the store does not answer");
        assertThat(report.outcomes()).hasSize(2);
    }

    @Test
    @DisplayName("a plan with a unit that nobody knows is refused before anything is written")
    void refusesAnUnknownUnitBeforeTheFirstWrite() {
        UserSyncPlan plan = acme.wholePlan();
        Acme other = new Acme();
        other.inMarketing(user("anna").build());
        UserSync sync = other.sync();

        assertThatThrownBy(() -> sync.apply(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events")
                .hasMessageContaining("give its settings too");
        assertThat(other.campaigns().faults().writesReceived()).isZero();
    }

    @Test
    @DisplayName("a plan that names a unit twice is refused before anything is written")
    void refusesAUnitNamedTwice() {
        UserSyncPlan plan = acme.wholePlan();
        UnitPlan campaigns = plan.unit(Acme.CAMPAIGNS);
        UserSyncPlan twice =
                new UserSyncPlan(plan.organization(), plan.plannedAt(), true, List.of(campaigns, campaigns), List.of());
        UserSync sync = acme.sync();

        assertThatThrownBy(() -> sync.apply(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
    }
}
