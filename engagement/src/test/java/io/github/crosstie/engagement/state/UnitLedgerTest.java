package io.github.crosstie.engagement.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitLedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void forgetsRemovalsThatNoGuardAsksForAnyMore() {
        UnitLedger ledger = UnitLedger.of(UnitState.ASSIGNED)
                .writing(List.of(new Removal(RemovalKind.RECYCLING, 3, NOW)), NOW, DAY)
                .writing(List.of(new Removal(RemovalKind.DEMOTION, 2, NOW.plus(DAY))), NOW.plus(DAY), DAY);

        assertThat(ledger.removals()).hasSize(1);
        assertThat(ledger.removed(RemovalKind.DEMOTION, DAY, NOW.plus(DAY))).isEqualTo(2);
        assertThat(ledger.removed(RemovalKind.RECYCLING, DAY, NOW.plus(DAY))).isZero();
    }

    @Test
    void remembersTheLatestTokensAndCountsAll() {
        UnitLedger ledger = UnitLedger.of(UnitState.ASSIGNED);
        for (int each = 0; each < 20; each++) {
            ledger = ledger.spending(new ReleaseToken("token" + each));
        }

        assertThat(ledger.spent()).hasSize(16);
        assertThat(ledger.isSpent(new ReleaseToken("token19"))).isTrue();
        assertThat(ledger.releases()).isEqualTo(20);
    }

    @Test
    void isOptedInOnlyBySomebody() {
        assertThatThrownBy(() -> UnitLedger.of(UnitState.OPTED_IN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isOptedInAsObservedWithoutNamingAnybody() {
        UnitLedger observed = UnitLedger.observedOptedIn();

        assertThat(observed.state()).isEqualTo(UnitState.OPTED_IN);
        assertThat(observed.optIn()).isNull();
    }

    @Test
    void namesNobodyWhoOptedInAUnitThatIsNot() {
        OptIn optIn = new OptIn("Sam", "Eve", new ReleaseToken("seen"), NOW);

        assertThatThrownBy(() -> new UnitLedger(UnitState.ASSIGNED, optIn, List.of(), List.of(), 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ASSIGNED");
    }

    @Test
    void showsNoNamesOfAdmins() {
        OptIn optIn = new OptIn("Sam", "Eve", new ReleaseToken("seen"), NOW);

        assertThat(UnitLedger.of(UnitState.ASSIGNED).optedIn(optIn).toString()).doesNotContain("Sam", "Eve");
    }
}
