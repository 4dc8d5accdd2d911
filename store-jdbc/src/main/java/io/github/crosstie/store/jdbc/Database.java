package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions of a data source: all or nothing, and told apart why nothing. */
final class Database {

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** How a transaction begins. */
    @FunctionalInterface
    private interface Beginning {
        void of(Connection connection) throws SQLException;
    }

    private final DataSource source;
    private final Dialect dialect;

    private Database(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    static Database of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return new Database(source, Dialect.of(connection));
        } catch (SQLException failure) {
            throw unreachable(failure);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Asks outside of any transaction. */
    <T> T ask(String doing, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.in(connection);
        } catch (SQLException failure) {
            throw translated(doing, failure);
        }
    }

    <T> T write(String doing, Work<T> work) {
        return transaction(doing, dialect::begin, work);
    }

    <T> T read(String doing, Work<T> work) {
        return transaction(doing, dialect::beginReading, work);
    }

    private <T> T transaction(String doing, Beginning beginning, Work<T> work) {
        try (Connection connection = open()) {
            return committed(connection, beginning, work);
        } catch (SQLException failure) {
            throw translated(doing, failure);
        }
    }

    private Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw unreachable(failure);
        }
    }

    private static <T> T committed(Connection connection, Beginning beginning, Work<T> work) throws SQLException {
        boolean isAutomatic = connection.getAutoCommit();
        try {
            beginning.of(connection);
            T result = work.in(connection);
            connection.commit();
            connection.setAutoCommit(isAutomatic);
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            try {
                connection.rollback();
                // Only after the rollback: it would commit what is open.
                connection.setAutoCommit(isAutomatic);
            } catch (SQLException lost) {
                failure.addSuppressed(lost);
            }
            throw failure;
        }
    }

    private static UnavailableException unreachable(SQLException failure) {
        return new UnavailableException(
                "the state store's database gives no connection (" + reason(failure)
                        + "); see that it runs and that the pool is large enough, then go on",
                failure);
    }

    CrosstieException translated(String doing, SQLException failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException cause && dialect.isForNow(cause)) {
                return new UnavailableException(
                        doing + " failed for now (" + reason(cause)
                                + "); nothing was lost, see that the database is well and writable, then go on",
                        failure);
            }
            if (at instanceof SQLException cause && dialect.isTaken(cause)) {
                return new ContractBrokenException(
                        doing + " would give a record a second link (" + reason(cause) + "); report this defect",
                        failure);
            }
        }
        return new ContractBrokenException(
                doing + " was refused by the database (" + reason(failure)
                        + "); see that its tables are those of JdbcSchema, or report this defect",
                failure);
    }

    /** Codes alone: messages of databases quote values, which are personal data. */
    private static String reason(SQLException failure) {
        return failure.getSQLState() == null
                ? "error code " + failure.getErrorCode()
                : "SQL state " + failure.getSQLState();
    }
}
