package io.github.crosstie.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    private final VirtualTime time = new VirtualTime();
    private final List<String> happened = new ArrayList<>();

    @Test
    void whatIsPlannedHappensInItsOrderAndAtItsMoment() {
        Instant begin = time.instant();
        time.after(20, () -> happened.add("second at " + time.elapsed()));
        time.after(10, () -> happened.add("first at " + time.elapsed()));
        time.after(20, () -> happened.add("third at " + time.elapsed()));

        time.runUntil(Duration.ofMillis(30));

        assertThat(happened).containsExactly("first at 10", "second at 20", "third at 20");
        assertThat(time.instant()).isEqualTo(begin.plusMillis(30));
    }

    @Test
    void whatIsPlannedForLaterWaits() {
        time.every(Duration.ofMillis(10), () -> happened.add("at " + time.elapsed()));

        time.runUntil(Duration.ofMillis(29));

        assertThat(happened).containsExactly("at 10", "at 20");
    }
}
