package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A process that commits without end and says each number whose commit was acknowledged, until it is killed. */
final class Committer {

    private Committer() {}

    /** Arguments: the URL of the database, and the first number. */
    public static void main(String[] arguments) {
        StateStore store = JdbcStateStore.open(source(arguments[0]));
        PrintStream acknowledged = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Whoever was killed had the same name: its lease can be taken again.
        Fence fence = store.acquire(Told.CONTACTS, "one", Told.NOW, Duration.ofHours(1))
                .orElseThrow();
        // Until it is killed, or nobody listens any more.
        for (int number = Integer.parseInt(arguments[1]); !acknowledged.checkError(); number++) {
            store.commit(fence, Told.step(number));
            acknowledged.println(number);
        }
    }

    static DataSource source(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            SQLiteDataSource file = new SQLiteDataSource();
            file.setUrl(url);
            return file;
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }
}
