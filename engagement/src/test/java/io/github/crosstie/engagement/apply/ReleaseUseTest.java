package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.ProcessDied;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the release of what a guard holds is used up. */
class ReleaseUseTest {

    private static final int LEAVERS = 26;

    private final Acme acme = new Acme();

    private UserSyncPlan released() {
        for (int each = 0; each < LEAVERS; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }
        UserSyncPlan plan = acme.wholePlan();
        return plan.release(Acme.CAMPAIGNS, plan.units().get(0).token().orElseThrow());
    }

    private long used() {
        return acme.ledgers.read(Acme.CAMPAIGNS).releases();
    }

    private void canWrite(Set<UserWriteKind> kinds) {
        acme.campaigns()
                .capabilities(new EngagementCapabilities(EnumSet.allOf(UserField.class), kinds, 200, Duration.ZERO));
    }

    @Test
    @DisplayName("S13: a release is used once what it releases was made")
    void isUsedByWhatItReleases() {
        UserSyncPlan plan = released();

        acme.sync().apply(plan);

        assertThat(used()).isEqualTo(1);
    }

    @Test
    @DisplayName("S13: a system that takes no writes does not use a release, so that it is good for one that does")
    void isNotUsedByASystemThatTakesNoWrites() {
        UserSyncPlan plan = released();
        canWrite(Set.of());
        ApplyReport readOnly = acme.sync().apply(plan);
        long usedByReading = used();
        canWrite(EnumSet.allOf(UserWriteKind.class));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(readOnly.units().get(0).outcomes())
                .hasSize(LEAVERS)
                .allMatch(ChangeOutcome.NotSupported.class::isInstance);
        assertThat(usedByReading).isZero();
        assertThat(report.isAsPlanned()).isTrue();
    }

    @Test
    @DisplayName("S13: what was made without a release does not use it")
    void isNotUsedByOtherWrites() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = released();
        canWrite(EnumSet.of(UserWriteKind.CREATE));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.written()).isEqualTo(1);
        assertThat(used()).isZero();
    }

    @Test
    @DisplayName("S13: a release is not used by a run that a limit ended, and good for the next one")
    void isNotUsedByARunThatEnded() {
        UserSyncPlan plan = released();
        acme.campaigns().faults().callsLeftToday(1);
        acme.sync().apply(plan);
        long usedByTheFirst = used();
        acme.campaigns().faults().clear();

        assertThat(acme.sync().apply(plan).isAsPlanned()).isTrue();
        assertThat(usedByTheFirst).isZero();
        assertThat(used()).isEqualTo(1);
    }

    /** A store that takes what is written, and fails to take the use of a release. */
    private final class ForgetfulStore implements LedgerStore {
        private boolean fails = true;

        @Override
        public UnitLedger read(BusinessUnitId unit) {
            return acme.ledgers.read(unit);
        }

        @Override
        public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
            if (fails && next.releases() > expected.releases()) {
                throw new UnavailableException("ledgers: the store does not answer; try again");
            }
            return acme.ledgers.replace(unit, expected, next);
        }
    }

    @Test
    @DisplayName("S13: if its use cannot be noted, what was made is told, and the next run notes it")
    void tellsWhatWasMadeIfItsUseCannotBeNoted() {
        UserSyncPlan plan = released();
        ForgetfulStore store = new ForgetfulStore();
        UserSync sync = acme.builder().ledgers(store).build();

        ApplyReport first = sync.apply(plan);
        store.fails = false;
        ApplyReport second = sync.apply(plan);

        assertThat(first.written()).isEqualTo(LEAVERS);
        assertThat(first.units().get(0).stopped()).contains("the store does not answer");
        assertThat(first.isFinished()).isFalse();
        assertThat(second.written()).isZero();
        assertThat(second.isAsPlanned()).isTrue();
        assertThat(used()).isEqualTo(1);
    }

    @Test
    @DisplayName("S13: a run that was made wholly and died when its release was used is found made, and used once")
    void findsMadeWhatARunMadeThatDiedWithItsReleaseUsed() {
        UserSyncPlan plan = released();
        LedgerStore dying = new LedgerStore() {
            @Override
            public UnitLedger read(BusinessUnitId unit) {
                return acme.ledgers.read(unit);
            }

            @Override
            public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
                boolean replaced = acme.ledgers.replace(unit, expected, next);
                if (next.releases() > expected.releases()) {
                    throw new ProcessDied();
                }
                return replaced;
            }
        };
        UserSync sync = acme.builder().ledgers(dying).build();
        assertThatThrownBy(() -> sync.apply(plan)).isInstanceOf(ProcessDied.class);

        ApplyReport again = acme.sync().apply(plan);

        assertThat(again.units().get(0).outcomes())
                .hasSize(LEAVERS)
                .allMatch(ChangeOutcome.AlreadyMade.class::isInstance);
        assertThat(again.isAsPlanned()).isTrue();
        assertThat(used()).isEqualTo(1);
    }

    @Test
    @DisplayName("S13: a release that another one overtook releases nothing any more, and what nobody held goes on")
    void releasesNothingAfterAnotherRelease() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = released();
        UnitLedger before = acme.ledgers.read(Acme.CAMPAIGNS);
        acme.ledgers.put(Acme.CAMPAIGNS, before.spending(new ReleaseToken("another")));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.units().get(0).outcomes().stream().filter(ChangeOutcome.Outdated.class::isInstance))
                .hasSize(LEAVERS);
        assertThat(report.written()).isEqualTo(1);
        assertThat(used()).isEqualTo(1);
    }

    @Test
    @DisplayName("G4: a limit is what a run tells that sent nothing, even if its note cannot be taken back")
    void tellsTheLimitAndNotTheNoteThatStays() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        boolean[] noted = {false};
        LedgerStore store = new LedgerStore() {
            @Override
            public UnitLedger read(BusinessUnitId unit) {
                return acme.ledgers.read(unit);
            }

            @Override
            public boolean replace(BusinessUnitId unit, UnitLedger expected, UnitLedger next) {
                if (noted[0]) {
                    throw new UnavailableException("ledgers: the store does not answer; try again");
                }
                noted[0] = true;
                acme.campaigns().faults().failNext(EngagementCode.DAILY_LIMIT);
                return acme.ledgers.replace(unit, expected, next);
            }
        };

        UnitReport report =
                acme.builder().ledgers(store).build().apply(plan).units().get(0);

        assertThat(report.stopped()).contains("code 122");
        assertThat(report.retryAt()).isPresent();
    }
}
