package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.Crosstie;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.Postgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A roster that cannot be loaded")
@ExtendWith(Postgres.class)
class RostersTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final Offices offices = new Offices(Clock.systemUTC()).with(Offices.users("A", 2));
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicBoolean isDown = new AtomicBoolean(true);
    private final List<Long> asked = new ArrayList<>();
    private PGSimpleDataSource database;
    private MailboxTable table;
    private Rosters rosters;

    @BeforeEach
    void create(PGSimpleDataSource source) {
        JdbcSchema.of(source).apply();
        database = source;
        table = new MailboxTable(source);
        rosters = new Rosters(table, this::load, new DatabaseClock(START, ticks::get), FIRST, LONGEST);
    }

    private Crosstie load() {
        asked.add(Duration.ofNanos(ticks.get()).toSeconds());
        if (isDown.get()) {
            throw new IllegalStateException("no roster");
        }
        return offices.crosstie(database, new SharedMail(database));
    }

    /** Everybody asks, each second. */
    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            for (int caller = 0; caller < 3; caller++) {
                assertThatThrownBy(rosters::current).isInstanceOf(RuntimeException.class);
            }
            ticks.addAndGet(Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    @DisplayName("is asked for after twice as long each time, however many ask, up to the longest pause")
    void isAskedForSeldom() {
        pass(50);

        assertThat(asked).containsExactly(0L, 2L, 6L, 14L, 26L, 38L);
    }

    @Test
    @DisplayName("says when it is asked for again, and why not now")
    void saysWhen() {
        assertThatThrownBy(rosters::current).hasMessage("no roster");

        assertThat(rosters.isResting()).isTrue();
        assertThatThrownBy(rosters::current)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("asked for again at 2026-01-31T12:00:02Z")
                .hasRootCauseMessage("no roster");
    }

    @Test
    @DisplayName("is asked for at once when a further change is told, and everybody goes on when it is there")
    void isAskedForAfterAChange() {
        pass(1);
        isDown.set(false);
        table.change();

        assertThat(rosters.current().mailboxes()).hasSize(2);
        assertThat(rosters.isResting()).isFalse();
        assertThat(asked).containsExactly(0L, 1L);
    }
}
