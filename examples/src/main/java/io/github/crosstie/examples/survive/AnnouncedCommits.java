package io.github.crosstie.examples.survive;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Objects;
import javax.sql.DataSource;

/** A data source that says so before each commit: whoever listens can kill within the transaction. */
final class AnnouncedCommits {

    private AnnouncedCommits() {}

    static DataSource of(DataSource source, Runnable announce) {
        return announcing(DataSource.class, source, announce);
    }

    private static <T> T announcing(Class<T> type, T target, Runnable announce) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        announce.run();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection && type == DataSource.class
                                ? announcing(Connection.class, connection, announce)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw Objects.requireNonNullElse(failure.getCause(), failure);
                    }
                }));
    }
}
