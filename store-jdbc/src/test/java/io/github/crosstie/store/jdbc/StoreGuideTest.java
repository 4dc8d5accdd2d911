package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.state.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    @DisplayName("shows no line that is not run here")
    void showsNoLineThatIsNotRun() throws IOException {
        List<String> run =
                Files.readAllLines(SOURCE).stream().map(String::strip).toList();
        List<String> shown = Files.readAllLines(GUIDE).stream()
                .dropWhile(line -> !line.equals("```java"))
                .takeWhile(line -> !line.equals("## A cluster"))
                .filter(line -> line.endsWith(";") && !line.contains(" is ") && !line.contains("`"))
                .toList();

        assertThat(shown).hasSize(6).allSatisfy(line -> assertThat(run).contains(line.strip()));
    }
}
