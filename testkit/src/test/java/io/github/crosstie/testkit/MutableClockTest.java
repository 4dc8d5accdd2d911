package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    private final MutableClock clock = MutableClock.create();
    private final List<Instant> moments = new ArrayList<>();

    @Test
    void doesWhatWasScheduledInOrderAndOnceWithTheClockAtItsMoment() {
        Instant second = clock.instant().plusSeconds(20);
        Instant first = clock.instant().plusSeconds(10);
        clock.schedule(second, () -> moments.add(clock.instant()));
        clock.schedule(first, () -> moments.add(clock.instant()));

        clock.advance(Duration.ofSeconds(9));
        assertThat(moments).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(moments).containsExactly(first, second);
        clock.advance(Duration.ofDays(-1));
        clock.advance(Duration.ofDays(2));

        assertThat(moments).containsExactly(first, second);
    }

    @Test
    void refusesAMomentThatHasCome() {
        assertThatThrownBy(() -> clock.schedule(clock.instant(), () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schedule a later moment");
    }
}
