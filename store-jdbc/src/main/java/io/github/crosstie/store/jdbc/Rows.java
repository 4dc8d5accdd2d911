package io.github.crosstie.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one collection, within a transaction. Writes are collected and sent many at a time: those of one table in their
 * order; the order between tables does not matter, as no write reads another table.
 */
final class Rows implements AutoCloseable {

    private static final int MOST_WAITING = 1_000;

    private final Connection connection;
    private final long collection;
    private final Map<Table, Waiting> waiting = new EnumMap<>(Table.class);

    Rows(Connection connection, long collection) {
        this.connection = connection;
        this.collection = collection;
    }

    /** Writes of one table that have yet to be sent, all by one statement. */
    private static final class Waiting {
        private final String sql;
        private final PreparedStatement statement;
        private int size;

        private Waiting(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }
    }

    void put(Table table, byte[] key, String value) throws SQLException {
        write(table, table.put(), key, value);
    }

    void remove(Table table, byte[] key) throws SQLException {
        write(table, table.remove(), key);
    }

    void setProperty(String name, String value) throws SQLException {
        write(Table.PROPERTY, Table.PROPERTY.put(), name, value);
    }

    void removeProperty(String name) throws SQLException {
        write(Table.PROPERTY, Table.PROPERTY.remove(), name);
    }

    /** A write whose first parameter is the collection. */
    void write(Table table, String sql, @Nullable Object... parameters) throws SQLException {
        Waiting queue = waiting.get(table);
        if (queue == null || !queue.sql.equals(sql) || queue.size == MOST_WAITING) {
            send(table);
            queue = new Waiting(sql, connection.prepareStatement(sql));
            waiting.put(table, queue);
        }
        bind(queue.statement, parameters);
        queue.statement.addBatch();
        queue.size++;
    }

    private void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        statement.setLong(1, collection);
        for (int at = 0; at < parameters.length; at++) {
            if (parameters[at] instanceof byte[] bytes) {
                statement.setBytes(at + 2, bytes);
            } else if (parameters[at] == null) {
                statement.setBytes(at + 2, null);
            } else {
                statement.setObject(at + 2, parameters[at]);
            }
        }
    }

    Optional<String> property(String name) throws SQLException {
        send(Table.PROPERTY);
        return one("select value from crosstie_property where collection = ? and name = ?", name);
    }

    boolean isEmpty(Table table) throws SQLException {
        send(table);
        return one(table.all() + " limit 1").isEmpty();
    }

    private Optional<String> one(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Sends what waits. */
    void send() throws SQLException {
        for (Table table : Table.values()) {
            send(table);
        }
    }

    private void send(Table table) throws SQLException {
        Waiting queue = waiting.remove(table);
        if (queue != null) {
            try (PreparedStatement statement = queue.statement) {
                statement.executeBatch();
            }
        }
    }

    /** Drops what was not sent: the transaction failed. */
    @Override
    public void close() throws SQLException {
        for (Waiting queue : waiting.values()) {
            queue.statement.close();
        }
        waiting.clear();
    }
}
