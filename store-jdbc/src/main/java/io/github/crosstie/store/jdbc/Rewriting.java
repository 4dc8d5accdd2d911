package io.github.crosstie.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings the rows of a collection into the form in which the store writes now, within a transaction. What they say stays. */
final class Rewriting {

    private static final int PAGE = 500;

    private final Connection connection;
    private final long collection;
    private final RowForm form;
    private final Set<String> needed = new TreeSet<>();

    private Rewriting(Connection connection, long collection, RowForm form) {
        this.connection = connection;
        this.collection = collection;
        this.form = form;
    }

    /** A row as it was found. */
    private record Row(Object key, String value) {}

    /**
     * Rewrites all collections, each in a transaction of its own, and forgets the keys that no row needs afterwards. Returns the ids of
     * the others.
     */
    static SortedSet<String> all(Database database, StoreForm form) {
        KeyRegister register = new KeyRegister(database, form.keys());
        Set<String> before = register.entered();
        Set<String> needed = new TreeSet<>();
        if (form.isHashing()) {
            needed.add(form.keys().current());
        }
        for (Map.Entry<Long, String> each : database.read("looking for what to rewrite", Rewriting::collections)
                .entrySet()) {
            RowForm rows = form.of(each.getValue());
            needed.addAll(database.write(
                    "rewriting a collection", connection -> new Rewriting(connection, each.getKey(), rows).rewrite()));
        }
        SortedSet<String> kept = register.keep(needed, before);
        return database.ask("making the file anew", connection -> {
            database.dialect().shred(connection);
            return kept;
        });
    }

    /** By their numbers, what tells each from the others. */
    private static Map<Long, String> collections(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select id, organization, user_id, kind from crosstie_collection order by id");
                ResultSet rows = statement.executeQuery()) {
            Map<Long, String> all = new LinkedHashMap<>();
            while (rows.next()) {
                all.put(rows.getLong(1), Position.of(rows.getBytes(2), rows.getBytes(3), rows.getString(4)));
            }
            return all;
        }
    }

    /** Returns the ids of the keys that the rows need, afterwards. */
    private Set<String> rewrite() throws SQLException {
        lock();
        for (Table table : Table.values()) {
            table(table);
        }
        return needed;
    }

    /** No commit comes between: each takes this lock first. */
    private void lock() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update crosstie_collection set epoch = epoch where id = ?")) {
            statement.setLong(1, collection);
            statement.executeUpdate();
        }
    }

    private void table(Table table) throws SQLException {
        List<Row> page = page(table, null);
        while (!page.isEmpty()) {
            try (PreparedStatement replace = connection.prepareStatement(table.replace())) {
                for (Row row : page) {
                    replace(replace, row, rewritten(form.at(place(table, row), row.key()), row));
                }
                replace.executeBatch();
            }
            page = page(table, page.get(page.size() - 1));
        }
    }

    private String rewritten(Position position, Row row) {
        String value = form.again(position, row.value());
        needed.addAll(form.needed(position, value));
        return value;
    }

    private void replace(PreparedStatement replace, Row row, String value) throws SQLException {
        if (!value.equals(row.value())) {
            replace.setString(1, value);
            replace.setLong(2, collection);
            replace.setObject(3, row.key());
            replace.addBatch();
        }
    }

    private List<Row> page(Table table, @Nullable Row last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.page(last == null, PAGE))) {
            statement.setLong(1, collection);
            if (last != null) {
                statement.setObject(2, last.key());
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Row> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new Row(rows.getObject(1), rows.getString(2)));
                }
                return page;
            }
        }
    }

    private static Place place(Table table, Row row) {
        return table == Table.PROPERTY ? Property.named((String) row.key()) : table;
    }
}
