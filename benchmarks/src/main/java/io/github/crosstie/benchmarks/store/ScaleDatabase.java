package io.github.crosstie.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * An empty database on this machine's disk, whose commits are on it when they return. Closing it stops what serves it.
 */
public interface ScaleDatabase extends AutoCloseable {

    /**
     * What it is called.
     *
     * @return the name, as in a table's head
     */
    String name();

    /**
     * Connections to it, from a pool.
     *
     * @return the source, as a host would give it to the store
     */
    DataSource source();

    /**
     * What its tables and indexes take on the disk, once what was committed is in its place.
     *
     * @return the bytes, those of the log that runs ahead left out
     * @throws SQLException if the database does not tell
     * @throws IOException if the file system does not tell
     */
    long bytes() throws SQLException, IOException;

    @Override
    void close() throws IOException;

    /** A pool of as many connections as workers ever ask for at a time. */
    static HikariDataSource pooled(DataSource source) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(Workers.MOST);
        return new HikariDataSource(pool);
    }
}
