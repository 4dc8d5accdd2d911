package io.github.crosstie.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What happens when all of a transaction is sent but its commit. */
@FunctionalInterface
interface BeforeCommit {

    void with(Connection connection) throws SQLException;

    /** The same database, to whose transactions it happens. */
    static DataSource in(DataSource database, BeforeCommit before) {
        return proxy(DataSource.class, database, before);
    }

    private static <T> T proxy(Class<T> type, T target, BeforeCommit before) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        before.with((Connection) target);
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    return result instanceof Connection connection && type == DataSource.class
                            ? proxy(Connection.class, connection, before)
                            : result;
                }));
    }
}
