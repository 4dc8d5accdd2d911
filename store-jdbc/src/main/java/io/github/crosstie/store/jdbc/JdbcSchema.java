package io.github.crosstie.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The tables of a {@link JdbcStateStore}. Made on request alone: by {@link #apply}, or by the host with a tool such as Flyway,
 * from the scripts {@code db/crosstie/sqlite} or {@code db/crosstie/postgresql} of this jar, in the order of their numbers.
 * Thread-safe; several processes may apply it at once.
 */
public final class JdbcSchema {

    /** The scripts, in order: the first one leads to version 1. */
    private static final List<String> SCRIPTS =
            List.of("V1__state.sql", "V2__cluster.sql", "V3__keys.sql", "V4__journal.sql");

    private static final String DOING = "preparing the state store's tables";

    private final Database database;

    private JdbcSchema(Database database) {
        this.database = database;
    }

    /**
     * The schema in a database. Changes nothing yet.
     *
     * @param source leads to a SQLite file or to a PostgreSQL database
     * @return its schema
     * @throws IllegalArgumentException if it leads to another database
     * @throws io.github.crosstie.fault.UnavailableException if it gives no connection
     */
    public static JdbcSchema of(DataSource source) {
        return new JdbcSchema(Database.of(Objects.requireNonNull(source, "source")));
    }

    /**
     * The version that this release of the library needs.
     *
     * @return 1 or more
     */
    public static int required() {
        return SCRIPTS.size();
    }

    /**
     * The version of the tables that are there.
     *
     * @return 1 or more, or 0 if there are none
     * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now
     */
    public int version() {
        return database.read(DOING, this::version);
    }

    /**
     * Makes the tables, or brings older ones up to date, in one transaction. Without effect if they are as they should be.
     *
     * @return this schema
     * @throws IllegalArgumentException if the tables are newer than this release of the library
     * @throws io.github.crosstie.fault.UnavailableException if the database does not do it for now; nothing was changed
     */
    public JdbcSchema apply() {
        database.write(DOING, connection -> {
            database.dialect().lockSchema(connection);
            int present = requireNotNewer(version(connection));
            for (String script : SCRIPTS.subList(present, SCRIPTS.size())) {
                run(connection, script);
            }
            return present;
        });
        return this;
    }

    /** Refuses tables that are missing, older or newer. */
    static void require(Database database) {
        int present = requireNotNewer(new JdbcSchema(database).version());
        if (present < required()) {
            throw new IllegalArgumentException("the state store's tables "
                    + (present == 0 ? "are missing" : "have version " + present + ", this library needs " + required())
                    + "; call JdbcSchema.of(dataSource).apply() once, or run the scripts db/crosstie/"
                    + database.dialect().folder() + " of the jar");
        }
    }

    private static int requireNotNewer(int present) {
        if (present > required()) {
            throw new IllegalArgumentException("the state store's tables have version " + present
                    + ", made by a newer release, this one knows " + required()
                    + "; use the newer release, or restore the backup from before it");
        }
        return present;
    }

    private int version(Connection connection) throws SQLException {
        if (!database.dialect().hasSchema(connection)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(version) from crosstie_schema")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // No statement of ours has a semicolon within.
            for (String sql : text(script).split(";\\s*\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private String text(String script) {
        String path = "/db/crosstie/" + database.dialect().folder() + "/" + script;
        try (InputStream stream = JdbcSchema.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "script " + path + " is not in the jar; take the jar as it was released");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("script " + path + " cannot be read", failure);
        }
    }
}
