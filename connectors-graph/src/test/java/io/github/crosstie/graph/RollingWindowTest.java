package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.graph.internal.operation.CalendarWindow;
import io.github.crosstie.graph.internal.operation.DeltaPage;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that stand still, over a scope that moves on (S23). */
class RollingWindowTest {

    private static final EventWindow SCOPE = new EventWindow(30, 365);

    private final MutableClock clock = MutableClock.create();
    private final RollingWindow rolling = new RollingWindow(SCOPE, clock);

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private CalendarWindow scope() {
        return new CalendarWindow(today().minusDays(SCOPE.daysBack()), today().plusDays(SCOPE.daysAhead() + 1L));
    }

    private static CalendarWindow window(Strand strand) {
        return Objects.requireNonNull(strand.window());
    }

    /** A whole lap of each strand. */
    private static List<Strand> read(List<Strand> strands) {
        return strands.stream()
                .map(strand -> strand.after(new DeltaPage(List.of(), "link", true)))
                .toList();
    }

    @Test
    @DisplayName("S23: the first window holds the scope")
    void holdsTheScope() {
        assertThat(window(rolling.begin()).covers(scope())).isTrue();
    }

    @Test
    @DisplayName("P7: one window is followed as long as it holds the scope for some weeks more")
    void followsOneWindow() {
        List<Strand> strands = read(List.of(rolling.begin()));
        clock.advance(Duration.ofDays(30));

        assertThat(rolling.roll(strands)).isEqualTo(strands);
    }

    @Test
    @DisplayName("S23: the next window is begun before the scope outgrows the one that is followed")
    void beginsTheNextWindowInTime() {
        List<Strand> strands = read(List.of(rolling.begin()));
        clock.advance(Duration.ofDays(45));

        List<Strand> rolled = rolling.roll(strands);

        assertThat(window(strands.get(0)).covers(scope()))
                .as("it is not too late")
                .isTrue();
        assertThat(rolled).hasSize(2).startsWith(strands.get(0));
        assertThat(rolled.get(1)).isEqualTo(rolling.begin());
    }

    @Test
    @DisplayName("S10: the old window is followed until a second lap of the next one has told all that it has")
    void keepsTheOldWindowForTwoLaps() {
        List<Strand> strands = read(List.of(rolling.begin()));
        clock.advance(Duration.ofDays(45));

        List<Strand> once = read(rolling.roll(strands));
        List<Strand> twice = read(rolling.roll(once));

        assertThat(rolling.roll(once)).hasSize(2);
        assertThat(rolling.roll(twice)).containsExactly(twice.get(1));
    }

    @Test
    @DisplayName("S10: a mailbox that rested for long reads the old window once more beside the new one")
    void readsTheOldWindowOnceMore() {
        List<Strand> strands = read(List.of(rolling.begin()));
        clock.advance(Duration.ofDays(400));

        List<Strand> rolled = rolling.roll(strands);

        assertThat(rolled).hasSize(2).startsWith(strands.get(0));
        assertThat(window(rolled.get(1)).covers(scope())).isTrue();
    }

    @Test
    @DisplayName("S23: another scope begins another window")
    void followsAnotherScope() {
        List<Strand> strands = read(List.of(rolling.begin()));
        RollingWindow wider = new RollingWindow(new EventWindow(90, 365), clock);

        assertThat(wider.roll(strands)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName(
            "S23: whenever a mailbox is read, all of the scope is followed, and nothing is followed twice for long")
    void alwaysFollowsTheScope(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Strand> strands = read(List.of(rolling.begin()));
        for (int round = 0; round < 200; round++) {
            clock.advance(Duration.ofHours(random.nextInt(1, random.nextInt(20) == 0 ? 2_000 : 200)));

            strands = read(rolling.roll(strands));

            assertThat(strands)
                    .as("seed %s, round %s", seed, round)
                    .hasSizeBetween(1, 3)
                    .anySatisfy(
                            strand -> assertThat(window(strand).covers(scope())).isTrue());
        }
    }
}
