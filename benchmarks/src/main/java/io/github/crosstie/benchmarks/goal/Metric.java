package io.github.crosstie.benchmarks.goal;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Which number of a benchmark's run is meant, for one call of its method. */
public enum Metric {
    /** The time of the quickest iteration: whatever else the machine does can only add to it. */
    TIME(Unit.TIME) {
        @Override
        double of(RunResult run) {
            Result<?> result = run.getPrimaryResult();
            TimeUnit unit = UNITS.get(result.getScoreUnit());
            if (unit == null) {
                throw new IllegalStateException(benchmark(run) + " tells its time in " + result.getScoreUnit()
                        + "; let it measure the average time, in one of " + UNITS.keySet());
            }
            return result.getStatistics().getMin() * unit.toNanos(1);
        }
    },
    /**
     * The processor time of all threads that work for the call, by the counters {@code nanoseconds} and {@code runs}: that of the
     * iteration that took least, as code that is still being compiled takes more.
     */
    PROCESSOR_TIME(Unit.TIME) {
        @Override
        double of(RunResult run) {
            return run.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(iteration -> count(run, iteration.getSecondaryResults(), "nanoseconds")
                            / count(run, iteration.getSecondaryResults(), "runs"))
                    .min()
                    .orElseThrow();
        }
    },
    /** What the call allocates. */
    GARBAGE(Unit.MEMORY) {
        @Override
        double of(RunResult run) {
            return count(run, run.getSecondaryResults(), "gc.alloc.rate.norm");
        }
    };

    private static final Map<String, TimeUnit> UNITS = Map.of(
            "ns/op", TimeUnit.NANOSECONDS,
            "us/op", TimeUnit.MICROSECONDS,
            "ms/op", TimeUnit.MILLISECONDS,
            "s/op", TimeUnit.SECONDS);

    private final Unit unit;

    Metric(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }

    abstract double of(RunResult run);

    @SuppressWarnings("rawtypes") // as JMH declares them
    private static double count(RunResult run, Map<String, ? extends Result> counters, String counter) {
        Result<?> result = counters.get(counter);
        if (result == null) {
            throw new IllegalStateException(
                    benchmark(run) + " did not count " + counter + "; it has " + counters.keySet());
        }
        return result.getScore();
    }

    private static String benchmark(RunResult run) {
        return run.getParams().getBenchmark();
    }
}
