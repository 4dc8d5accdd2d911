package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** The code of docs/store.md up to the cluster, which is compared with this file line by line. */
@DisplayName("The guide to the store")
class StoreGuideTest {

    private static final Path GUIDE = Path.of("../docs/store.md");
    private static final Path SOURCE = Path.of("src/test/java/io/github/crosstie/store/jdbc/StoreGuideTest.java");

    @Test
    @DisplayName("works in a SQLite file")
    void worksInSqlite(@TempDir Path folder) {
        Path path = folder.resolve("state.db");
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + path);
        JdbcSchema.of(file).apply();
        StateStore store = JdbcStateStore.open(file);

        store.commit(Told.acquire(store), Told.step(1));
        assertThat(store.load(Told.CONTACTS).links()).hasSize(1);
    }

    @Test
    @DisplayName("works in PostgreSQL")
    @ExtendWith(Postgres.class)
    void worksInPostgres(PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();
        StateStore store = JdbcStateStore.open(database);

        store.commit(Told.acquire(store), Told.step(1));
        assertThat(store.load(Told.CONTACTS).links()).hasSize(1);
    }

    @Test
    @DisplayName("works with digests in the place of values")
    void worksWithDigests(@TempDir Path folder) {
        DataSource database = Sqlite.in(folder).source();
        SecretKey key = Sealed.key("of the host's");
        JdbcSchema.of(database).apply();
        StateKeys keys = StateKeys.of("2026", key);
        JdbcStateStore store = JdbcStateStore.builder(database)
                .bases(BaseDetail.HASHES)
                .keys(keys)
                .open();
        store.commit(Told.acquire(store), Told.step(1));

        SortedSet<String> needed = store.rewrite();

        assertThat(needed).containsExactly("2026");
        assertThat(store.load(Told.CONTACTS).links()).hasSize(1);
    }

    @Test
    @DisplayName("shows no line that is not run here")
    void showsNoLineThatIsNotRun() throws IOException {
        List<String> run =
                Files.readAllLines(SOURCE).stream().map(String::strip).toList();
        List<String> shown = Files.readAllLines(GUIDE).stream()
                .dropWhile(line -> !line.equals("```java"))
                .takeWhile(line -> !line.equals("## A cluster"))
                .filter(line -> line.endsWith(";") && !line.contains(" is ") && !line.contains("`"))
                .toList();
        String digests = Files.readString(GUIDE).split("## Digests in the place of values", 2)[1];
        List<String> ofDigests = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(digests)
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();

        assertThat(shown).hasSize(6).allSatisfy(line -> assertThat(run).contains(line.strip()));
        assertThat(ofDigests).hasSize(6).allSatisfy(line -> assertThat(run).contains(line.strip()));
    }
}
