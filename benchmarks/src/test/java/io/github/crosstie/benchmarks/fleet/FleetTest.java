package io.github.crosstie.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {

    /** Five rounds a second of two seconds each, so that ten are under way. */
    private static final int UNDER_WAY = 10;

    private static final int DIES = 20;
    private static final int BACK = 40;

    @Test
    void theSameSettingsGiveTheSameResult() {
        assertThat(fleet(4, 1).by(1)).isEqualTo(fleet(4, 1).by(1));
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        assertThat(fleet(4, 1).by(1)).isNotEqualTo(fleet(4, 2).by(1));
    }

    @Test
    void withSpareCapacityNobodyIsLaterThanAPoll() {
        List<Lateness> minutes = fleet(UNDER_WAY * 3, 1).by(1).subList(0, DIES);

        assertThat(minutes).allSatisfy(minute -> {
            assertThat(minute.rounds()).isPositive();
            assertThat(minute.most()).isLessThanOrEqualTo(2);
            assertThat(minute.overdue()).isZero();
        });
    }

    @Test
    void whatADeadNodeHadTakenIsLateByTheTimeUntilItIsMissed() {
        List<Lateness> minutes = fleet(UNDER_WAY, 1).by(1);

        // It may die just after a heartbeat or just before one; then four are missed, two pass until somebody looks,
        // and a poll.
        assertThat(most(minutes, DIES, BACK)).isBetween(30.0, 62.0);
        assertThat(most(minutes, DIES + 2, BACK)).isLessThan(2.01);
    }

    @Test
    void aRoundThatFailedIsDueAgainWhenTheDispatchSays() {
        FleetSettings settings = settings(UNDER_WAY * 3, 1);
        FleetSettings failing = new FleetSettings(
                settings.mailboxes(),
                settings.organizations(),
                settings.period(),
                settings.jitter(),
                settings.nodes(),
                settings.inFlight(),
                settings.refill(),
                settings.poll(),
                settings.heartbeat(),
                settings.missed(),
                settings.rounds(),
                1,
                settings.outage(),
                Duration.ofMinutes(20),
                1);

        // First after 1 minute, then after 2, 4 and 8: five rounds of each instead of two.
        int rounds =
                Fleet.run(failing).by(1).stream().mapToInt(Lateness::rounds).sum();
        int without = Fleet.run(settings).by(1).subList(0, 20).stream()
                .mapToInt(Lateness::rounds)
                .sum();
        assertThat(rounds).isGreaterThan(without * 2);
    }

    @Test
    void nobodyIsForgotten() {
        List<Lateness> minutes = fleet(UNDER_WAY, 1).by(1);

        assertThat(minutes)
                .hasSize(60)
                .allSatisfy(minute -> assertThat(minute.overdue())
                        .as("minute %s", minute.from())
                        .isLessThanOrEqualTo(UNDER_WAY));
        assertThat(minutes.stream().mapToInt(Lateness::rounds).sum())
                .as("of each mailbox every ten to eleven minutes")
                .isBetween(3_000 * 54 / 10, 3_000 * 6);
    }

    @Test
    void withoutSpareCapacityEverybodyIsLateUntilTheNodeIsBack() {
        // Four nodes do twelve at a time, three nine.
        List<Lateness> minutes = fleet(UNDER_WAY * 3 / 10, 1).by(1);

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

    private static FleetRun fleet(int inFlight, long seed) {
        return Fleet.run(settings(inFlight, seed));
    }

    static FleetSettings settings(int inFlight, long seed) {
        return new FleetSettings(
                3_000,
                20,
                Duration.ofMinutes(10),
                0.1,
                4,
                inFlight,
                0.5,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                4,
                new FleetSettings.RoundTimes(Duration.ofSeconds(2), 0),
                0,
                new FleetSettings.Outage(0, Duration.ofMinutes(DIES), Duration.ofMinutes(BACK)),
                Duration.ofMinutes(60),
                seed);
    }
}
