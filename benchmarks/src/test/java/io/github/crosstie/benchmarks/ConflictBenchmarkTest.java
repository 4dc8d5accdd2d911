package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000})
    void libraryAndMapOfListsFindTheSameMailboxes(int oneConflictIn) {
        ConflictBenchmark benchmark = new ConflictBenchmark();
        benchmark.users = 1_000;
        benchmark.oneConflictIn = oneConflictIn;

        benchmark.prepare();

        assertThat(benchmark.mapOfListsCold()).isNotEmpty().isNotEqualTo(benchmark.mapOfListsRecheck());
        assertThat(benchmark.cold().conflicts()).isNotEmpty();
        assertThat(benchmark.recheck()).isNotEqualTo(benchmark.cold());
        assertThat(benchmark.bound()).isNotZero();
    }
}
