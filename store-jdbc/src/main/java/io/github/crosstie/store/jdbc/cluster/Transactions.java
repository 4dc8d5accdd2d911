package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.fault.UnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions in the cluster's database, all or nothing, however its connections commit otherwise. Thread-safe. */
record Transactions(DataSource source) {

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T run(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            boolean isAutomatic = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(isAutomatic);
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    static UnavailableException unavailable(SQLException failure) {
        return new UnavailableException(
                "the cluster's database did not answer for now (SQL state " + failure.getSQLState()
                        + "); see that it runs and that the pool is large enough, then go on",
                failure);
    }

    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            return statement.executeUpdate();
        }
    }
}
