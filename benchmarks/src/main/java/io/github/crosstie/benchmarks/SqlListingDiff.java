package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.RecordStatus;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The comparison of a listing as a full outer join of two tables of ids and fingerprints, in an embedded database in memory. The
 * fingerprints are given, and both tables are there before: their making and loading is in no time. Not thread-safe.
 */
final class SqlListingDiff implements AutoCloseable {

    /** A database that can be embedded. */
    enum Database {
        /** Without its memory of the last result, which would be all that is measured. */
        H2("jdbc:h2:mem:;OPTIMIZE_REUSE_RESULTS=0"),
        /** SQLite. */
        SQLITE("jdbc:sqlite::memory:"),
        /** DuckDB. */
        DUCK_DB("jdbc:duckdb:");

        private final String url;

        Database(String url) {
            this.url = url;
        }

        /** H2 has no full outer join, so that it gets its two halves. */
        private String query() {
            String differs = "SELECT k.id, l.id FROM known k %s JOIN listed l ON k.id = l.id WHERE %s";
            String changed = "k.id IS NULL OR l.id IS NULL OR k.fingerprint <> l.fingerprint";
            return this == H2
                    ? differs.formatted("LEFT", "l.id IS NULL OR k.fingerprint <> l.fingerprint") + " UNION ALL "
                            + differs.formatted("RIGHT", "k.id IS NULL")
                    : differs.formatted("FULL OUTER", changed);
        }
    }

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final PreparedStatement query;

    SqlListingDiff(Database database, SyntheticLinks links) throws SQLException {
        connection = DriverManager.getConnection(database.url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE known (id VARCHAR(40) PRIMARY KEY, fingerprint BIGINT NOT NULL)");
            statement.execute("CREATE TABLE listed (id VARCHAR(40) PRIMARY KEY, fingerprint BIGINT NOT NULL)");
        }
        connection.setAutoCommit(false);
        try (Rows known = new Rows("known");
                Rows listed = new Rows("listed")) {
            for (int link = 0; link < links.records(); link++) {
                if (link < links.links()) {
                    known.add(links.id(Side.CRM, link), links.known(Side.CRM, link));
                }
                if (links.status(Side.CRM, link) != RecordStatus.GONE) {
                    listed.add(links.id(Side.CRM, link), links.now(Side.CRM, link));
                }
            }
        }
        connection.commit();
        query = connection.prepareStatement(database.query());
    }

    /** Inserts rows by batches. */
    private final class Rows implements AutoCloseable {

        private final PreparedStatement insert;
        private int waiting;

        Rows(String table) throws SQLException {
            insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)");
        }

        void add(ItemId id, long fingerprint) throws SQLException {
            insert.setString(1, id.value());
            insert.setLong(2, fingerprint);
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            if (waiting > 0) {
                insert.executeBatch();
            }
            insert.close();
        }
    }

    Found diff() throws SQLException {
        Found found = new Found();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String known = rows.getString(1);
                String listed = rows.getString(2);
                if (known == null) {
                    found.isNew(new ItemId(listed));
                } else if (listed == null) {
                    found.isGone(new ItemId(known));
                } else {
                    found.isChanged(new ItemId(known));
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        query.close();
        connection.close();
    }
}
