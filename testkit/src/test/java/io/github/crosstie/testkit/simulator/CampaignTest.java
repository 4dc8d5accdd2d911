package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The engine in all kinds of weather. Histories are numbered by seed: each failure prints the line that runs it again. */
class CampaignTest {

    private static final int THREADS = 2;
    /** How many percent of the histories are run: all of them, unless there is no time. */
    private static final int SHARE = Integer.getInteger("simulation.share", 100);

    private static final int HISTORIES = 200 * SHARE;
    private static final int SCENARIOS = 5 * SHARE;
    private static final ExecutorService THREAD_POOL = Executors.newFixedThreadPool(THREADS);

    @AfterAll
    static void stopThreads() {
        THREAD_POOL.shutdownNow();
    }

    @Test
    @DisplayName("invariants 1 to 9 hold in thousands of random histories")
    void holdsInRandomHistories() throws Exception {
        Simulation simulation = Simulation.create();

        Summary summary = run("random", HISTORIES, from -> Campaign.random(simulation, from, HISTORIES / THREADS));

        assertThat(described(simulation, summary)).isEmpty();
        assertThat(summary.histories()).isEqualTo(HISTORIES);
        assertThat(summary.mostRounds()).isLessThanOrEqualTo(2);
        assertThat(summary.meanFaultPoints()).isGreaterThanOrEqualTo(100);
        assertThat(FaultKind.USUAL)
                .allSatisfy(kind ->
                        assertThat(summary.share(kind)).as("share of " + kind).isGreaterThanOrEqualTo(0.01));
    }

    @Test
    @DisplayName("invariants 1 to 9 hold with one fault at every call and commit of hundreds of short histories")
    void holdsWithEverySingleFault() throws Exception {
        Simulation simulation = Simulation.create();

        Summary summary =
                run("systematic", SCENARIOS, from -> Campaign.systematic(simulation, from, SCENARIOS / THREADS));

        assertThat(described(simulation, summary)).isEmpty();
        assertThat(summary.histories()).isGreaterThan(100L * SCENARIOS);
        assertThat(summary.mostRounds()).isLessThanOrEqualTo(2);
    }

    private static List<String> described(Simulation simulation, Summary summary) {
        return summary.failures().stream()
                .limit(2)
                .map(failure -> simulation.shrink(failure).describe())
                .toList();
    }

    private static Summary run(String name, long seeds, LongFunction<Summary> campaign) throws Exception {
        long start = System.nanoTime();
        List<Future<Summary>> parts = LongStream.range(0, THREADS)
                .mapToObj(part -> THREAD_POOL.submit(() -> campaign.apply(part * seeds / THREADS)))
                .toList();
        Summary summary = Summary.empty();
        for (Future<Summary> part : parts) {
            summary = Campaign.sum(summary, part.get(10, TimeUnit.MINUTES));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %s%n%.0f s%n", name, summary, seconds);
        return summary;
    }
}
