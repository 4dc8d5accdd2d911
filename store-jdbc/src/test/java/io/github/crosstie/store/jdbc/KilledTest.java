package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.StateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A process that is killed while it commits")
class KilledTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int MOST_COMMITS = 60;
    private static final long SEED = 11;

    @TempDir
    Path folder;

    @Test
    @DisplayName("F13: loses no acknowledged commit and leaves none half-done, in a SQLite file")
    void inSqlite() throws Exception {
        Sqlite file = Sqlite.in(folder);
        file.store();

        survive(file.source().getUrl());
    }

    @Test
    @DisplayName("F13: loses no acknowledged commit and leaves none half-done, in PostgreSQL")
    @ExtendWith(Postgres.class)
    void inPostgres(PGSimpleDataSource database) throws Exception {
        JdbcSchema.of(database).apply();

        String url = database.getUrl();
        survive(url + (url.contains("?") ? "&" : "?") + "user=" + database.getUser());
    }

    @Test
    @DisplayName("does not complain that it cannot log")
    void doesNotComplain() throws Exception {
        Sqlite file = Sqlite.in(folder);
        file.store();
        Path errors = folder.resolve("errors");

        killed(file.source().getUrl(), 0, 1, ProcessBuilder.Redirect.to(errors.toFile()));

        assertThat(errors).content().doesNotContain("SLF4J");
    }

    private static void survive(String url) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        StateStore store = JdbcStateStore.open(Committer.source(url));
        int next = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int acknowledged = killed(url, next, 1 + random.nextInt(MOST_COMMITS), ProcessBuilder.Redirect.INHERIT);

            // Takes the lease over: whatever the killed one had sent is over, too.
            Told.acquire(store);
            CollectionState state = store.load(Told.CONTACTS);
            int links = state.links().size();
            assertThat(links)
                    .as("seed %d, kill %d: commits that lasted, of %d acknowledged", SEED, kill, acknowledged)
                    .isBetween(acknowledged, acknowledged + 1);
            assertThat(store.journal(Told.CONTACTS))
                    .as("no commit is half-done")
                    .hasSize(links);
            assertThat(state.cursor(Side.CRM)).isEqualTo(new Cursor(Integer.toString(links - 1)));
            next = links;
        }
    }

    /** Returns how many commits were acknowledged in all when the process was dead. */
    private static int killed(String url, int first, int commits, ProcessBuilder.Redirect errors)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Children.command(Committer.class, url, Integer.toString(first)))
                .redirectError(errors)
                .start();
        int acknowledged = first;
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
                acknowledged = Integer.parseInt(line) + 1;
                if (acknowledged >= first + commits && process.isAlive()) {
                    // By its handle: what it said before it died is still read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }
}
