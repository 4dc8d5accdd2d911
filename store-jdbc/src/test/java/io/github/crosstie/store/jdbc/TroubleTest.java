package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

@DisplayName("A database that does not do it for now")
class TroubleTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("F14: is unavailable while another one writes, and goes on afterwards")
    void isLocked() throws SQLException {
        Sqlite file = Sqlite.in(folder);
        StateStore good = file.store();
        Fence fence = Told.acquire(good);
        SQLiteDataSource impatient = file.source();
        impatient.getConfig().setBusyTimeout(1);
        StateStore store = JdbcStateStore.open(impatient);

        try (Connection other = file.source().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            failsWhole(store, good, fence, Told.step(1));
        }

        goesOn(store, fence);
    }

    @Test
    @DisplayName("F14: is unavailable on a full disk, with nothing half-done, and goes on with more room")
    void isFull() {
        Sqlite file = Sqlite.in(folder);
        StateStore good = file.store();
        Fence fence = Told.acquire(good);
        SQLiteDataSource full = file.source();
        full.getConfig().setMaxPageCount(80);
        List<StateChange> many = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            many.addAll(Told.step(number));
        }

        failsWhole(JdbcStateStore.open(full), good, fence, many);

        goesOn(JdbcStateStore.open(full), fence);
    }

    @Test
    @DisplayName(
            "F14: is unavailable where PostgreSQL says that its disk is full, with nothing half-done, and goes on with room")
    @ExtendWith(Postgres.class)
    void saysThatItIsFull(PGSimpleDataSource database) throws SQLException {
        JdbcSchema.of(database).apply();
        StateStore store = JdbcStateStore.open(database);
        Fence fence = Told.acquire(store);
        // In the middle of the commit: the link is written, the line of the journal is not.
        execute(database, """
                create function full_disk() returns trigger language plpgsql as
                    $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
                create trigger full_disk before insert on crosstie_journal execute function full_disk()""");

        failsWhole(store, store, fence, Told.step(1));

        execute(database, "drop trigger full_disk on crosstie_journal");
        goesOn(store, fence);
    }

    @Test
    @DisplayName("F14: is unavailable when it can only be read")
    void isReadOnly() {
        Sqlite file = Sqlite.in(folder);
        StateStore good = file.store();
        Fence fence = Told.acquire(good);
        SQLiteDataSource readOnly = file.source();
        readOnly.setReadOnly(true);

        failsWhole(JdbcStateStore.open(readOnly), good, fence, Told.step(1));

        goesOn(good, fence);
    }

    @Test
    @DisplayName("F14: is unavailable when the connection is lost before the commit, with nothing half-done")
    @ExtendWith(Postgres.class)
    void losesTheConnection(PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();
        StateStore good = JdbcStateStore.open(database);
        Fence fence = Told.acquire(good);

        failsWhole(JdbcStateStore.open(dyingAtCommit(database)), good, fence, Told.step(1));

        goesOn(good, fence);
    }

    @Test
    @DisplayName("F14: is unavailable when it does not answer at all")
    @ExtendWith(Postgres.class)
    void isGone(PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();
        StateStore store = JdbcStateStore.open(database);
        String there = database.getDatabaseName();
        database.setDatabaseName("gone");

        assertThatThrownBy(() -> store.load(Told.CONTACTS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no connection");

        database.setDatabaseName(there);
        assertThat(store.load(Told.CONTACTS).links()).isEmpty();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void failsWhole(StateStore store, StateStore good, Fence fence, List<StateChange> changes) {
        assertThatThrownBy(() -> store.commit(fence, changes))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("then go on")
                .hasMessageNotContaining("Lovelace");
        assertThat(good.load(Told.CONTACTS).links()).isEmpty();
        assertThat(good.journal(Told.CONTACTS)).isEmpty();
    }

    private static void goesOn(StateStore store, Fence fence) {
        store.commit(fence, Told.step(1));
        assertThat(store.load(Told.CONTACTS).links()).hasSize(1);
    }

    /** Its server ends each connection when it should commit. */
    private static DataSource dyingAtCommit(PGSimpleDataSource database) {
        return BeforeCommit.in(database, kill(database));
    }

    private static BeforeCommit kill(DataSource database) {
        return connection -> {
            int backend = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            try (Connection other = database.getConnection();
                    Statement statement = other.createStatement()) {
                // Only those that write: opening a store reads alone.
                if (!connection.isReadOnly() && !isReading(connection)) {
                    statement.execute("select pg_terminate_backend(" + backend + ", 10000)");
                }
            }
        };
    }

    private static boolean isReading(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("show transaction_read_only")) {
            rows.next();
            return rows.getString(1).equals("on");
        }
    }
}
