package io.github.crosstie.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {

    private static final Duration NO_LEASE = Duration.ZERO;
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** Five rounds a second of two seconds each, so that ten are under way. */
    private static final int UNDER_WAY = 10;

    private static final int DIES = 20;
    private static final int BACK = 40;

    @Test
    void theSameSettingsGiveTheSameResult() {
        assertThat(fleet(4, LEASE, 1).by(1)).isEqualTo(fleet(4, LEASE, 1).by(1));
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        assertThat(fleet(4, LEASE, 1).by(1)).isNotEqualTo(fleet(4, LEASE, 2).by(1));
    }

    @Test
    void withSpareCapacityNobodyIsLaterThanAPoll() {
        List<Lateness> minutes = fleet(UNDER_WAY * 3, LEASE, 1).by(1).subList(0, DIES);

        assertThat(minutes).allSatisfy(minute -> {
            assertThat(minute.rounds()).isPositive();
            assertThat(minute.most()).isLessThanOrEqualTo(1);
            assertThat(minute.overdue()).isZero();
        });
    }

    @Test
    void whatADeadNodeHadTakenIsLateByTheTimeUntilItIsMissed() {
        List<Lateness> minutes = fleet(UNDER_WAY, NO_LEASE, 1).by(1);

        // Six heartbeats of ten seconds, and the one that looks.
        assertThat(most(minutes, DIES, BACK)).isBetween(60.0, 75.0);
    }

    @Test
    void roundsThatHadBegunAreLateByTheirLease() {
        List<Lateness> minutes = fleet(UNDER_WAY, LEASE, 1).by(1);

        // It is tried every minute until the lease is over.
        assertThat(most(minutes, DIES, DIES + 9)).isLessThan(75);
        assertThat(most(minutes, DIES, BACK)).isBetween(600.0, 670.0);
    }

    @Test
    void nobodyIsForgotten() {
        List<Lateness> minutes = fleet(UNDER_WAY, LEASE, 1).by(1);

        assertThat(minutes.get(DIES + 3).overdue()).isPositive();
        assertThat(minutes.get(DIES + 12).overdue()).isZero();
        assertThat(minutes.get(minutes.size() - 1).overdue()).isZero();
    }

    @Test
    void withoutSpareCapacityEverybodyIsLateUntilTheNodeIsBack() {
        // Four nodes do twelve at a time, three nine.
        List<Lateness> minutes = fleet(UNDER_WAY * 3 / 10, LEASE, 1).by(1);

        assertThat(minutes.get(DIES - 1).median()).isLessThan(5);
        assertThat(minutes.get(BACK - 1).median()).isGreaterThan(30);
        assertThat(minutes.get(minutes.size() - 1).median()).isLessThan(5);
    }

    private static double most(List<Lateness> minutes, int from, int to) {
        return minutes.subList(from, to).stream()
                .mapToDouble(Lateness::most)
                .max()
                .orElseThrow();
    }

    private static FleetRun fleet(int inFlight, Duration lease, long seed) {
        return Fleet.run(settings(inFlight, lease, seed));
    }

    static FleetSettings settings(int inFlight, Duration lease, long seed) {
        return new FleetSettings(
                3_000,
                20,
                Duration.ofMinutes(10),
                0.1,
                4,
                inFlight,
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                6,
                lease,
                Duration.ofMinutes(1),
                new FleetSettings.RoundTimes(Duration.ofSeconds(2), 0),
                new FleetSettings.Outage(0, Duration.ofMinutes(DIES), Duration.ofMinutes(BACK)),
                Duration.ofMinutes(60),
                seed);
    }
}
