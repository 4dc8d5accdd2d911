package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The database's clock")
class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final AtomicLong ticks = new AtomicLong(-7);

    @Test
    @DisplayName("F11: goes on by ticks, whatever the machine's clock says")
    void goesOnByTicks() {
        DatabaseClock clock = new DatabaseClock(NOON, ticks::get);

        ticks.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    @DisplayName("F11: is set when the database was asked again")
    void isSet() {
        DatabaseClock clock = new DatabaseClock(NOON, ticks::get);
        ticks.addAndGet(Duration.ofSeconds(3).toNanos());

        clock.set(NOON.plusSeconds(2));
        ticks.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(3));
    }
}
