package io.github.crosstie.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL server of its own, on this machine, with the settings it comes with. */
public final class PostgresServer implements ScaleDatabase {

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    private PostgresServer(EmbeddedPostgres server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /**
     * Starts a server.
     *
     * @param folder where its files are made
     * @return the database
     * @throws IOException if this machine cannot run one
     */
    public static PostgresServer in(Path folder) throws IOException {
        // A server for tests does not wait for the disk unless it is told to.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return new PostgresServer(server, ScaleDatabase.pooled(server.getPostgresDatabase()));
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public long bytes() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet rows = statement.executeQuery("select pg_database_size(current_database())")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
