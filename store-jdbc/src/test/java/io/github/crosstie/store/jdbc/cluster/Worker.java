package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/** A process of a cluster: says whose round is done, until its input ends. */
final class Worker {

    /** Its first argument if it never hears the answer to a creation; it says so. */
    static final String STUCK = "stuck";

    /** The same if it works. */
    static final String WELL = "well";

    static final String DONE = "done";

    static final ClusterSettings SETTINGS = ClusterSettings.DEFAULT
            .withDispatch(DispatchSettings.DEFAULT.withInFlight(2, 3))
            .withInterval(Duration.ofMillis(500), 0.1)
            .withPoll(Duration.ofMillis(100))
            .withHeartbeat(Duration.ofSeconds(1), 4);

    private Worker() {}

    /** The same users for all processes. */
    static Offices offices() {
        return new Offices(Clock.systemUTC()).with(Offices.users("A", 3)).with(Offices.users("B", 3));
    }

    /** Arguments: how it is, and the URL of the database. */
    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Consumer<String> afterWrite = arguments[0].equals(STUCK) ? address -> stick(said, address) : address -> {};
        ExecutorService rounds = Executors.newFixedThreadPool(2);
        ScheduledExecutorService housekeeping = Executors.newScheduledThreadPool(3);
        SyncCluster cluster = SyncCluster.builder(
                        database, () -> offices().crosstie(database, new SharedMail(database, afterWrite)))
                .executors(rounds, housekeeping)
                .clock(Clock.systemUTC())
                .settings(SETTINGS)
                .results((mailbox, dispatched) -> {
                    if (isThrough(dispatched)) {
                        said.println(DONE + " " + Offices.address(mailbox));
                    }
                })
                .start();
        while (System.in.read() >= 0) {
            // Nobody says anything; the end is what counts.
        }
        cluster.close();
        rounds.shutdown();
        housekeeping.shutdown();
    }

    private static boolean isThrough(Dispatched dispatched) {
        return dispatched instanceof Dispatched.Ran ran
                && ran.result() instanceof SyncResult.Synced synced
                && synced.rounds().values().stream()
                        .noneMatch(report -> report.stopped().isPresent());
    }

    private static void stick(PrintStream said, String address) {
        said.println(STUCK + " " + address);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before it was killed", e);
        }
    }
}
