package io.github.crosstie.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives tests a real PostgreSQL: one server for all of them, and an empty database for each that asks. Where the machine cannot run
 * it, the tests are skipped and say why.
 */
@SuppressWarnings("exports") // JUnit names no module, and tests export nothing
public final class Postgres implements ParameterResolver {

    private static final ExtensionContext.Namespace SERVER = ExtensionContext.Namespace.create(Postgres.class);

    /** JUnit makes it. */
    public Postgres() {}

    /** The server, stopped when the last test has run. */
    record Server(EmbeddedPostgres postgres) implements AutoCloseable {

        private static Server start() {
            try {
                // With the settings of a server that keeps what it acknowledged.
                return new Server(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start());
            } catch (IOException | RuntimeException | LinkageError failure) {
                Assumptions.abort("this machine cannot run PostgreSQL: " + failure);
                throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
            }
        }

        PGSimpleDataSource emptyDatabase() {
            String name = "test_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException("no empty database for the test", failure);
            }
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.getJdbcUrl("postgres", name));
            return source;
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PGSimpleDataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SERVER)
                .computeIfAbsent(Server.class, key -> Server.start(), Server.class)
                .emptyDatabase();
    }
}
