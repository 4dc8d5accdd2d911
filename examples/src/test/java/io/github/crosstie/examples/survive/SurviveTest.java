package io.github.crosstie.examples.survive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code -Dkills=50} kills more often. */
@DisplayName("Processes that are killed while they sync")
class SurviveTest {

    private static final String KILLS = System.getProperty("kills", "5");

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    @DisplayName("F1, F2: lose nothing and make nothing twice, between Salesforce and Exchange, on one SQLite file")
    void surviveInSqlite() {
        assertThat(run("--kills", KILLS)).as(output.toString()).isZero();

        assertThat(lastLine()).matches("survived " + KILLS + " kills, in step: \\d+ items, 0 lost, 0 duplicated");
    }

    @Test
    @DisplayName(
            "F1, F2: lose nothing and make nothing twice, between Salesforce and Graph, on one PostgreSQL database")
    void surviveInPostgres() throws IOException {
        try (EmbeddedPostgres postgres = postgres()) {
            assertThat(run("--kills", KILLS, "--mail", "GRAPH", "--seed", "2", "--jdbc", url(postgres)))
                    .as(output.toString())
                    .isZero();
        }

        assertThat(lastLine()).matches("survived " + KILLS + " kills, in step: \\d+ items, 0 lost, 0 duplicated");
    }

    @Test
    @DisplayName("F1, F2: lose nothing and make nothing twice where digests stand for values")
    void surviveWithDigests() {
        assertThat(run("--kills", KILLS, "--mail", "GRAPH", "--seed", "3", "--digests"))
                .as(output.toString())
                .isZero();

        assertThat(lastLine()).matches("survived " + KILLS + " kills, in step: \\d+ items, 0 lost, 0 duplicated");
    }

    @Test
    @DisplayName("are at least one")
    void areAtLeastOne() {
        assertThat(run("--kills", "0")).isEqualTo(2);

        assertThat(errors.toString()).contains("--kills 0: give 1 or more");
    }

    @Test
    @DisplayName("are refused a database that nobody knows, without a word of its URL, which may hold a password")
    void needADatabaseThatIsKnown() {
        assertThat(run("--jdbc", "jdbc:other:secret")).isEqualTo(2);

        assertThat(errors.toString()).contains("begin with jdbc:postgresql:").doesNotContain("secret");
    }

    @Test
    @DisplayName("are refused a URL that cannot be read, without a word of it")
    void needAUrlThatCanBeRead() {
        assertThat(run("--jdbc", "jdbc:postgresql://host:port/database?password=secret1"))
                .isEqualTo(2);

        assertThat(errors.toString()).contains("cannot be read").doesNotContain("secret1");
    }

    @Test
    @DisplayName("are refused a database that holds state already")
    void needAnEmptyDatabase() {
        String used = "jdbc:sqlite:" + folder.resolve("state.db");
        StateDatabase.prepare(used);
        JdbcStateStore.open(StateDatabase.of(used))
                .acquire(
                        new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT),
                        "one",
                        Instant.EPOCH,
                        Duration.ofMinutes(1));

        assertThat(run("--kills", "1", "--jdbc", used)).isEqualTo(2);

        assertThat(errors.toString()).contains("holds state already");
    }

    private int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new SurviveCommand());
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }

    private String lastLine() {
        List<String> lines = output.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String url(EmbeddedPostgres postgres) {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException | RuntimeException | LinkageError failure) {
            Assumptions.abort("this machine cannot run PostgreSQL: " + failure);
            throw new IllegalStateException(failure);
        }
    }
}
