package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Due times")
class DueTimesTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final long SEED = 5;

    private static DueTimes withJitter(double jitter) {
        return new DueTimes(
                INTERVAL, jitter, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    }

    private static List<Duration> hundred(DueTimes times) {
        return Stream.generate(times::interval).limit(100).toList();
    }

    @Test
    @DisplayName("are spread over the jitter, and never earlier than without")
    void areSpread() {
        List<Duration> waits = hundred(withJitter(0.5));

        assertThat(waits)
                .as("seed %d", SEED)
                .allSatisfy(wait -> assertThat(wait).isBetween(INTERVAL, Duration.ofMinutes(15)));
        assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofMinutes(11)) < 0);
        assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofMinutes(14)) > 0);
    }

    @Test
    @DisplayName("repeat with the seed")
    void repeatWithTheSeed() {
        assertThat(hundred(withJitter(0.5))).isEqualTo(hundred(withJitter(0.5)));
    }

    @Test
    @DisplayName("F7: never come before the moment that a system told")
    void neverComeBeforeTheMoment() {
        DueTimes times = withJitter(1);

        assertThat(Stream.generate(() -> times.pause(Duration.ofSeconds(9))).limit(100))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(18)));
        assertThat(times.pause(Duration.ofSeconds(-1))).isZero();
    }
}
