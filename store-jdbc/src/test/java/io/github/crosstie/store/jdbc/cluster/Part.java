package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A process' part in a cluster, with threads of its own, and what came of its rounds. */
final class Part implements AutoCloseable {

    /** Rounds come once, unless something makes them come again; nobody looks dead, however slow the machine is. */
    static final ClusterSettings SETTINGS = ClusterSettings.DEFAULT
            .withDispatch(DispatchSettings.DEFAULT.withRetries(Duration.ofMillis(50), Duration.ofHours(1), 5))
            .withInterval(Duration.ofHours(1), 0)
            .withPoll(Duration.ofMillis(100))
            .withHeartbeat(Duration.ofMinutes(1), 4);

    /** The same, but a dead process is noticed soon. */
    static final ClusterSettings WATCHFUL = SETTINGS.withHeartbeat(Duration.ofSeconds(2), 4);

    private static final int THREADS = 8;
    private static final int DEADLINE_SECONDS = 120;

    /** What came of a round. */
    record Result(OrganizationUser mailbox, Dispatched dispatched) {}

    private final ExecutorService rounds = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService housekeeping;
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final SyncCluster cluster;

    private Part(
            DataSource database,
            Supplier<Crosstie> crosstie,
            Clock clock,
            ClusterSettings settings,
            ScheduledExecutorService housekeeping) {
        this.housekeeping = housekeeping;
        cluster = SyncCluster.builder(database, crosstie)
                .executors(rounds, housekeeping)
                .clock(clock)
                .settings(settings)
                .results((mailbox, dispatched) -> results.add(new Result(mailbox, dispatched)))
                .start();
    }

    static Part start(DataSource database, Supplier<Crosstie> crosstie, Clock clock, ClusterSettings settings) {
        return new Part(database, crosstie, clock, settings, Executors.newScheduledThreadPool(3));
    }

    static Part start(DataSource database, Supplier<Crosstie> crosstie) {
        return start(database, crosstie, Clock.systemUTC(), SETTINGS);
    }

    /** One that claims a mailbox and is never heard of again, though it takes itself for alive. */
    static Part startMute(DataSource database, Supplier<Crosstie> crosstie) {
        ScheduledThreadPoolExecutor mute = new ScheduledThreadPoolExecutor(3) {
            @Override
            public ScheduledFuture<?> scheduleWithFixedDelay(
                    Runnable command, long initialDelay, long delay, TimeUnit unit) {
                return schedule(() -> {}, 1, TimeUnit.DAYS);
            }
        };
        ClusterSettings alone = SETTINGS.withDispatch(DispatchSettings.DEFAULT.withInFlight(1, 1));
        return new Part(database, crosstie, Clock.systemUTC(), alone, mute);
    }

    /** Ends before its time. */
    void leave() {
        close();
    }

    SyncCluster cluster() {
        return cluster;
    }

    ExecutorService rounds() {
        return rounds;
    }

    ScheduledExecutorService housekeeping() {
        return housekeeping;
    }

    /** What comes of the next round. */
    Result next() throws InterruptedException {
        Result result = results.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(result).as("a further round").isNotNull();
        return Objects.requireNonNull(result);
    }

    boolean isIdle() {
        return results.isEmpty();
    }

    @Override
    public void close() {
        cluster.close();
        rounds.shutdownNow();
        housekeeping.shutdownNow();
    }
}
