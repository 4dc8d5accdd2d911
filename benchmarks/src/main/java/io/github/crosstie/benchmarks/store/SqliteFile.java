package io.github.crosstie.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A SQLite file. */
public final class SqliteFile implements ScaleDatabase {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final Path file;
    private final HikariDataSource pool;

    private SqliteFile(Path file, HikariDataSource pool) {
        this.file = file;
        this.pool = pool;
    }

    /**
     * A new file.
     *
     * @param folder where it is made
     * @return the database
     */
    public static SqliteFile in(Path folder) {
        Path file = folder.resolve("scale.db");
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        // Eight workers wait for one lock: those who come last wait long.
        source.getConfig().setBusyTimeout(PATIENCE_MILLISECONDS);
        return new SqliteFile(file, ScaleDatabase.pooled(source));
    }

    @Override
    public String name() {
        return "SQLite file";
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public long bytes() throws SQLException, IOException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(TRUNCATE)");
        }
        return Files.size(file);
    }

    @Override
    public void close() {
        pool.close();
    }
}
