package io.github.crosstie.store.jdbc;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
    private final RowForm form;
    private final Map<Table, Waiting> waiting = new EnumMap<>(Table.class);

    Rows(Connection connection, long collection, RowForm form) {
        this.connection = connection;
        this.collection = collection;
        this.form = form;
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

    /** The change to store, which is the one to write. */
    StateChange kept(StateChange change) {
        return form.kept(change);
    }

    /** Stores a value in place of the one with its key: the key, and further columns. */
    <T> void put(Table table, Codec<T> codec, T value, byte[] key, @Nullable Object... further) throws SQLException {
        @Nullable Object[] all = new @Nullable Object[further.length + 2];
        all[0] = key;
        System.arraycopy(further, 0, all, 1, further.length);
        all[further.length + 1] = form.stored(form.at(table, key), codec, value);
        write(table, table.put(), all);
    }

    /** Adds a value at the end of a table, with further columns. */
    <T> void append(Table table, Codec<T> codec, T value, @Nullable Object... further) throws SQLException {
        @Nullable Object[] all = Arrays.copyOf(further, further.length + 1);
        all[further.length] = form.stored(form.at(table, ""), codec, value);
        write(table, table.append(), all);
    }

    void remove(Table table, byte[] key) throws SQLException {
        write(table, table.remove(), key);
    }

    <T> void setProperty(Property property, Codec<T> codec, T value) throws SQLException {
        setProperty(property, property.of(), codec, value);
    }

    void setProperty(Property property, Side side, String text) throws SQLException {
        setProperty(property, property.of(side), Codec.TEXT, text);
    }

    private <T> void setProperty(Property property, String name, Codec<T> codec, T value) throws SQLException {
        write(Table.PROPERTY, Table.PROPERTY.put(), name, form.stored(form.at(property, name), codec, value));
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

    <T> Optional<T> property(Property property, Codec<T> codec) throws SQLException {
        send(Table.PROPERTY);
        return one("select value from crosstie_property where collection = ? and name = ?", property.of())
                .map(stored -> form.read(form.at(property, property.of()), codec, stored));
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
