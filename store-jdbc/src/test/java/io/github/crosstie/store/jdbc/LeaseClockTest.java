package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("Leases by the database's clock")
@ExtendWith(Postgres.class)
class LeaseClockTest {

    private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    @Test
    @DisplayName("F13: last whatever the clock of another machine says")
    void lastWhateverAnotherMachineSays(PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();
        StateStore store = JdbcStateStore.open(database);
        Fence first = Told.acquire(store);

        assertThat(store.acquire(Told.CONTACTS, "two", FAR_AHEAD, Told.LEASE)).isEmpty();

        store.renew(first, Instant.EPOCH, Told.LEASE);
        assertThat(store.acquire(Told.CONTACTS, "two", FAR_AHEAD, Told.LEASE)).isEmpty();
    }

    @Test
    @DisplayName("F13: end when their time is over")
    void endWhenTheirTimeIsOver(PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();
        StateStore store = JdbcStateStore.open(database);
        assertThat(store.acquire(Told.CONTACTS, "one", FAR_AHEAD, Duration.ofNanos(1)))
                .isPresent();

        assertThat(store.acquire(Told.CONTACTS, "two", Instant.EPOCH, Told.LEASE))
                .isPresent();
    }

    @Test
    @DisplayName("are refused on SQLite, which has none")
    void areRefusedOnSqlite(@TempDir Path folder) {
        Sqlite file = Sqlite.in(folder);
        file.store();

        assertThatThrownBy(() -> JdbcStateStore.open(file.source(), LeaseClock.DATABASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LeaseClock.CALLER");
    }
}
