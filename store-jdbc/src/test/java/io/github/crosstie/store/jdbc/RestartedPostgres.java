package io.github.crosstie.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of a test's own, which can be stopped and started again: same port, same data. Not thread-safe. */
final class RestartedPostgres implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    private RestartedPostgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Starts it; a test that cannot is skipped and says why. */
    static RestartedPostgres in(Path folder) {
        Path data = folder.resolve("postgres");
        try {
            return new RestartedPostgres(data, builder(data).start());
        } catch (IOException | RuntimeException | LinkageError failure) {
            Assumptions.abort("this machine cannot run PostgreSQL: " + failure);
            throw new IllegalStateException(failure);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    PGSimpleDataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl("postgres", "postgres"));
        return source;
    }

    /** Ends all connections, whatever they are at, as an administrator's restart does. */
    void restart() {
        int port = server.getPort();
        try {
            server.close();
            server = builder(data).setPort(port).start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start again", failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
