package io.github.crosstie.examples.survive;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.store.jdbc.BaseDetail;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import io.github.crosstie.store.jdbc.LeaseClock;
import io.github.crosstie.store.jdbc.StateKeys;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** The database of the state, by its URL. */
final class StateDatabase {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private StateDatabase() {}

    /**
     * Makes the tables.
     *
     * @throws IllegalArgumentException if it is of another kind, or holds the state of other servers, which are gone
     * @throws io.github.crosstie.fault.UnavailableException if it does not answer
     */
    static void prepare(String url) {
        DataSource source = of(url);
        JdbcSchema.of(source).apply();
        if (isUsed(source)) {
            throw new IllegalArgumentException(
                    "this database holds state already, of servers that are gone; give an empty one");
        }
    }

    private static boolean isUsed(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from crosstie_collection")) {
            return rows.next();
        } catch (SQLException e) {
            throw new UnavailableException(
                    "the database does not answer any more; see that it runs, then try again", e);
        }
    }

    /**
     * A data source for a URL.
     *
     * @throws IllegalArgumentException if it leads to another kind of database
     */
    static DataSource of(String url) {
        if (url.startsWith(SQLITE)) {
            SQLiteDataSource file = new SQLiteDataSource();
            file.setUrl(url);
            return file;
        }
        if (url.startsWith(POSTGRESQL)) {
            return postgres(url);
        }
        throw new IllegalArgumentException(
                "the URL leads to no database that is known here; let it begin with " + POSTGRESQL + " or " + SQLITE);
    }

    /** Opens the state; with digests if there is a key for them, and by the caller's clock on PostgreSQL too. */
    static StateStore open(DataSource source, String key) {
        JdbcStateStore.Builder store = JdbcStateStore.builder(source).clock(LeaseClock.CALLER);
        if (!key.isEmpty()) {
            byte[] bytes = Base64.getDecoder().decode(key);
            store.bases(BaseDetail.HASHES).keys(StateKeys.of("1", new SecretKeySpec(bytes, "HmacSHA256")));
        }
        return store.open();
    }

    @SuppressWarnings("UnusedException") // it quotes the whole URL, the password too
    private static DataSource postgres(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setUrl(url);
        } catch (IllegalArgumentException quoting) {
            throw new IllegalArgumentException("the URL cannot be read; write it as " + POSTGRESQL
                    + "//host:port/database?user=name&password=secret");
        }
        return database;
    }
}
