package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class BenchmarkStartTest {

    @Test
    void everyBenchmarkStartsAndAgreesWithItsAlternative() throws RunnerException {
        var options = new OptionsBuilder()
                .include("io\\.github\\.crosstie\\.benchmarks\\..*")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(new TimeValue(1, TimeUnit.MILLISECONDS))
                .param("users", "1000")
                .param("links", "1000")
                .param("enrolled", "10")
                .shouldFailOnError(true)
                .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
                .build();

        var results = new Runner(options).run();

        assertThat(results).isNotEmpty();
    }
}
