package io.github.crosstie.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A quiet round of contacts and events for everybody who is enrolled in an organization over its API. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class OrganizationRoundBenchmark {

    /** Users who sync. */
    @Param("1000")
    public int enrolled = 10;

    private SalesforceUsers synced = new SalesforceUsers(1, 0);

    /** Brings everybody into step. */
    @Setup
    public void prepare() {
        synced.close();
        synced = new SalesforceUsers(enrolled, 1);
        synced.settle();
    }

    /** Stops the server. */
    @TearDown
    public void stop() {
        synced.close();
    }

    /**
     * One round.
     *
     * @return how many records were written: none
     */
    @Benchmark
    public int round() {
        return synced.round();
    }
}
