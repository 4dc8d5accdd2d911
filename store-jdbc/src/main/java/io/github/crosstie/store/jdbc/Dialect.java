package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what the two databases differ. */
enum Dialect {

    /** SQLite, in a file. */
    SQLITE("sqlite", "select count(*) from sqlite_master where name = 'crosstie_schema'") {

        /** BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL. */
        private static final Set<Integer> FOR_NOW = Set.of(5, 6, 7, 8, 9, 10, 13, 14, 15);

        private static final int CONSTRAINT = 19;

        @Override
        void begin(Connection connection) throws SQLException {
            // Belongs to the connection and not to the file, and cannot be changed within a transaction.
            connection.setAutoCommit(true);
            execute(connection, "pragma synchronous = FULL");
            connection.setAutoCommit(false);
        }

        @Override
        @Nullable
        String complaint(Connection connection) throws SQLException {
            String mode = text(connection, "pragma journal_mode = WAL");
            return mode.equals("wal")
                    ? null
                    : "the SQLite database has the journal mode '" + mode
                            + "' and would not outlive its process; use one in a file of a local disk";
        }

        @Override
        void shred(Connection connection) throws SQLException {
            connection.setAutoCommit(true);
            execute(connection, "vacuum");
            if (!text(connection, "pragma wal_checkpoint(TRUNCATE)").equals("0")) {
                throw new UnavailableException(
                        "the file of the state store still holds what was in it before, as somebody"
                                + " reads the file; nothing was lost: when no transaction is open any more, call rewrite again");
            }
        }

        @Override
        boolean isForNow(SQLException failure) {
            return FOR_NOW.contains(failure.getErrorCode());
        }

        @Override
        boolean isTaken(SQLException failure) {
            return failure.getErrorCode() == CONSTRAINT;
        }
    },

    /** PostgreSQL. */
    POSTGRESQL("postgresql", "select count(*) where to_regclass('crosstie_schema') is not null") {

        /** Connection, resources, operator, system: by the first two characters. Also rollbacks that ask to try again. */
        private static final Set<String> FOR_NOW = Set.of("08", "40", "53", "57", "58");

        private static final Set<String> ALSO_FOR_NOW = Set.of("55P03", "25006");

        @Override
        void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            begin(connection);
            execute(connection, "set transaction isolation level repeatable read, read only");
        }

        @Override
        @Nullable
        String complaint(Connection connection) throws SQLException {
            return text(connection, "show synchronous_commit").equals("off")
                    ? "synchronous_commit is off, so that commits are acknowledged and lost in a crash; "
                            + "turn it on for the user of the state store"
                    : null;
        }

        @Override
        void lockSchema(Connection connection) throws SQLException {
            execute(connection, "select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        }

        @Override
        boolean isForNow(SQLException failure) {
            String state = failure.getSQLState();
            return state != null
                    && (ALSO_FOR_NOW.contains(state)
                            || (state.length() > 2 && FOR_NOW.contains(state.substring(0, 2))));
        }

        @Override
        boolean isTaken(SQLException failure) {
            return "23505".equals(failure.getSQLState());
        }
    };

    /** Any number that no other program is likely to take. */
    private static final long SCHEMA_LOCK = 7_241_096_532_118L;

    private final String folder;
    private final String schemaCount;

    Dialect(String folder, String schemaCount) {
        this.folder = folder;
        this.schemaCount = schemaCount;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new IllegalArgumentException(
                        "the data source leads to " + product + "; use one that leads to SQLite or PostgreSQL");
        };
    }

    /** The folder of the scripts for this database. */
    String folder() {
        return folder;
    }

    boolean hasSchema(Connection connection) throws SQLException {
        return !text(connection, schemaCount).equals("0");
    }

    /** Begins a transaction in which every commit is on the disk when it returns. */
    abstract void begin(Connection connection) throws SQLException;

    /** Begins a transaction that sees one moment alone. */
    void beginReading(Connection connection) throws SQLException {
        begin(connection);
    }

    /** Makes others wait who would change the schema, too. SQLite lets one write at a time anyway. */
    void lockSchema(Connection connection) throws SQLException {}

    /** Leaves nothing in the file that no row holds any more, as far as that is this program's to do; throws if others hinder it. */
    void shred(Connection connection) throws SQLException {}

    /** Why commits would not last in this database, or null if they do. */
    abstract @Nullable String complaint(Connection connection) throws SQLException;

    /** Whether the database may well do later what it did not do. */
    abstract boolean isForNow(SQLException failure);

    /** Whether a record that may have one link at most would have got another. */
    abstract boolean isTaken(SQLException failure);

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
