package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

@DisplayName("The tables of the store")
class JdbcSchemaTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("F17: are not made unless asked for, and the refusal says how to")
    void areNotMadeUnasked() {
        DataSource empty = Sqlite.in(folder).source();

        assertThatThrownBy(() -> JdbcStateStore.open(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("JdbcSchema.of(dataSource).apply()")
                .hasMessageContaining("db/crosstie/sqlite");
        assertThat(JdbcSchema.of(empty).version()).isZero();
    }

    @Test
    @DisplayName("stay as they are when they are made again, in a SQLite file")
    void stayInSqlite() {
        stay(Sqlite.in(folder).source());
    }

    @Test
    @DisplayName("stay as they are when they are made again, in PostgreSQL")
    @ExtendWith(Postgres.class)
    void stayInPostgres(PGSimpleDataSource database) {
        assertThatThrownBy(() -> JdbcStateStore.open(database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("db/crosstie/postgresql");
        stay(database);
    }

    private static void stay(DataSource source) {
        JdbcSchema.of(source).apply();
        JdbcStateStore store = JdbcStateStore.open(source);
        store.commit(Told.acquire(store), Told.step(1));

        JdbcSchema again = JdbcSchema.of(source).apply();

        assertThat(again.version()).isEqualTo(JdbcSchema.required());
        assertThat(JdbcStateStore.open(source).load(Told.CONTACTS).links()).hasSize(1);
    }

    @Test
    @DisplayName("F17: of the first version are brought up to date with all that they hold, in a SQLite file")
    void areBroughtUpToDateInSqlite() throws SQLException {
        areBroughtUpToDate(Sqlite.in(folder).source(), "crosstie_key");
    }

    @Test
    @DisplayName("F17: of the first version are brought up to date with all that they hold, in PostgreSQL")
    @ExtendWith(Postgres.class)
    void areBroughtUpToDateInPostgres(PGSimpleDataSource database) throws SQLException {
        areBroughtUpToDate(database, "crosstie_key", "crosstie_organization", "crosstie_mailbox", "crosstie_cluster");
    }

    private static void areBroughtUpToDate(DataSource source, String... later) throws SQLException {
        JdbcSchema.of(source).apply();
        JdbcStateStore store = JdbcStateStore.open(source);
        store.commit(Told.acquire(store), Told.step(1));
        backToTheFirstVersion(source, later);
        assertThat(JdbcSchema.of(source).version()).isEqualTo(1);
        assertThatThrownBy(() -> JdbcStateStore.open(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have version 1, this library needs " + JdbcSchema.required());

        JdbcSchema.of(source).apply();

        assertThat(JdbcSchema.of(source).version()).isEqualTo(JdbcSchema.required());
        JdbcStateStore again = JdbcStateStore.open(source);
        assertThat(again.load(Told.CONTACTS).links()).hasSize(1);
        again.commit(Told.acquire(again), Told.step(2));
        assertThat(again.journal(Told.CONTACTS))
                .extracting(line -> line.crm().value())
                .containsExactly("id 1", "id 2");
        assertThat(again.journalLinesBefore(Told.CONTACTS, Instant.parse("2020-01-01T00:00:00Z")))
                .as("lines of earlier versions count from when the tables were brought up to date")
                .hasValue(0);
        assertThat(again.journalLinesBefore(Told.CONTACTS, Instant.parse("9999-01-01T00:00:00Z")))
                .hasValue(2);
    }

    /** Takes away what later scripts made. */
    private static void backToTheFirstVersion(DataSource source, String... later) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : later) {
                statement.execute("drop table " + table);
            }
            statement.execute("drop index crosstie_journal_at");
            statement.execute("alter table crosstie_journal drop column at_second");
            statement.execute("alter table crosstie_journal drop column at_nano");
            statement.execute("delete from crosstie_schema where version > 1");
        }
    }

    @Test
    @DisplayName("F17: are refused if a newer release made them, and not touched")
    void areRefusedIfNewer() throws SQLException {
        DataSource file = Sqlite.in(folder).source();
        JdbcSchema.of(file).apply();
        try (Connection connection = file.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update crosstie_schema set version = 99");
        }

        assertThatThrownBy(() -> JdbcStateStore.open(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("use the newer release");
        assertThatThrownBy(() -> JdbcSchema.of(file).apply()).isInstanceOf(IllegalArgumentException.class);
        assertThat(JdbcSchema.of(file).version()).isEqualTo(99);
    }

    @Test
    @DisplayName("are refused in a database that would not outlive its process")
    void areRefusedInMemory() {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");

        assertThatThrownBy(() -> JdbcStateStore.open(memory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would not outlive its process");
    }

    @Test
    @DisplayName("are refused in PostgreSQL while commits are acknowledged before they are on the disk")
    @ExtendWith(Postgres.class)
    void areRefusedWithoutSynchronousCommit(PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();
        database.setOptions("-c synchronous_commit=off");

        assertThatThrownBy(() -> JdbcStateStore.open(database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("synchronous_commit is off");
    }
}
