package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** The code of docs/store.md about the cluster, which is compared with this file line by line. */
@DisplayName("The guide to the cluster")
@ExtendWith(Postgres.class)
class ClusterGuideTest {

    private static final Path GUIDE = Path.of("../docs/store.md");
    private static final Path SOURCE =
            Path.of("src/test/java/io/github/crosstie/store/jdbc/cluster/ClusterGuideTest.java");

    private final PGSimpleDataSource database;

    ClusterGuideTest(PGSimpleDataSource database) {
        this.database = database;
    }

    private Crosstie load() {
        return new Offices(Clock.systemUTC())
                .with(Stream.of(Offices.user("A", 1)))
                .crosstie(database, new SharedMail(database));
    }

    @Test
    @DisplayName("works")
    void works() throws Exception {
        JdbcSchema.of(database).apply();
        SharedMail.create(database);
        OrganizationUser user = Offices.user("A", 1);
        BlockingQueue<String> log = new LinkedBlockingQueue<>();
        ExecutorService rounds = Executors.newFixedThreadPool(8);
        ScheduledExecutorService housekeeping = Executors.newScheduledThreadPool(3);
        try {
            SyncCluster cluster = SyncCluster.builder(database, this::load)
                    .executors(rounds, housekeeping)
                    .clock(Clock.systemUTC())
                    .results((mailbox, result) -> log.add(mailbox + ": " + result))
                    .start();
            assertThat(log.poll(120, TimeUnit.SECONDS)).startsWith(user + ": Ran");
            cluster.push(user);
            cluster.resume(user);
            cluster.rosterChanged();
            cluster.close();
        } finally {
            rounds.shutdownNow();
            housekeeping.shutdownNow();
        }
        assertThat(new SharedMail(database).effects()).hasSize(Offices.CONTACTS);
    }

    @Test
    @DisplayName("shows no line that is not run here")
    void showsNoLineThatIsNotRun() throws IOException {
        List<String> run =
                Files.readAllLines(SOURCE).stream().map(String::strip).toList();
        List<String> shown = Files.readAllLines(GUIDE).stream()
                .dropWhile(line -> !line.equals("## A cluster"))
                .takeWhile(line -> !line.equals("## The tables"))
                .toList();
        List<String> code = code(shown);

        assertThat(code).hasSize(9).allSatisfy(line -> assertThat(run).contains(line.strip()));
    }

    /** All that stands between the fences. */
    private static List<String> code(List<String> lines) {
        List<String> code = new ArrayList<>();
        boolean isCode = false;
        for (String line : lines) {
            boolean isFence = line.startsWith("```");
            if (isCode && !isFence) {
                code.add(line);
            }
            isCode ^= isFence;
        }
        return code;
    }

    @Test
    @DisplayName("tells the times that the settings have")
    void tellsTheTimes() throws IOException {
        String guide = Files.readString(GUIDE).replace('\n', ' ');

        assertThat(guide)
                .contains(
                        ClusterSettings.DEFAULT.takeOver().toSeconds() + " seconds by default, with a heartbeat every "
                                + ClusterSettings.DEFAULT.heartbeat().toSeconds() + " seconds and "
                                + ClusterSettings.DEFAULT.missedHeartbeats() + " that may be missed")
                .contains(ClusterSettings.DEFAULT.interval().toMinutes() + " minutes after the last round");
    }
}
