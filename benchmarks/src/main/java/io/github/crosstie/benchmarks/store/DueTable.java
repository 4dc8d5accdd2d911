package io.github.crosstie.benchmarks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A table of mailboxes and when they are due, from which nodes take batches: each takes the ones due first that nobody
 * else is taking, and makes them due again a period later. The least that any scheduler over a database does. Thread-
 * safe.
 */
final class DueTable {

    private static final int STEP = 1_000;

    private final DataSource source;
    private final String claim;

    private DueTable(DataSource source, boolean skipsLocked) {
        this.source = source;
        claim = "update due_mailbox set due = due + ?, owner = ? where id in"
                + " (select id from due_mailbox order by due limit ?" + (skipsLocked ? " for update skip locked" : "")
                + ") returning id";
    }

    /** Makes the table, with so many mailboxes in it. */
    static DueTable of(DataSource source, int mailboxes) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean skipsLocked =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table due_mailbox (id integer primary key, due bigint not null, owner integer)");
                statement.execute("create index due_mailbox_due on due_mailbox (due)");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into due_mailbox values (?, ?, null)")) {
                for (int id = 0; id < mailboxes; id++) {
                    insert.setInt(1, id);
                    insert.setLong(2, id);
                    insert.addBatch();
                    if (id % STEP == STEP - 1 || id == mailboxes - 1) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            return new DueTable(source, skipsLocked);
        }
    }

    /** Takes up to so many for an owner; tells how many it took. */
    int claim(int owner, int most, long period) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setLong(1, period);
            statement.setInt(2, owner);
            statement.setInt(3, most);
            int taken = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken++;
                }
            }
            return taken;
        }
    }

    /** How many an owner was the last to take. */
    int owned(int owner) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from due_mailbox where owner = ?")) {
            statement.setInt(1, owner);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
