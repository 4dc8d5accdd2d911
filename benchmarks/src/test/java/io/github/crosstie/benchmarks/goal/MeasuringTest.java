package io.github.crosstie.benchmarks.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.benchmarks.MergeBenchmark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

class MeasuringTest {

    private static final Measuring.Effort LEAST = new Measuring.Effort(0, 0, 1, TimeValue.milliseconds(5));

    private final List<String> progress = new ArrayList<>();
    private final Measuring measuring = new Measuring(LEAST, progress::add);

    @Test
    void measuresMethodsOfOneClassTogetherAndProbesOnce() throws RunnerException {
        Figure.Measured ours =
                Figure.time(MergeBenchmark.class, "threeWayMerge").with("links", 10);
        Figure.Measured theirs = ours.method("mapsAndEquals");
        Figure.Measured garbage = ours.by(Metric.GARBAGE);
        Figure.Measured one = ours.per(10);
        Figure probe = new Figure.Probed("a probe", Unit.MEMORY, () -> 42, 1);

        Numbers numbers = measuring.measure(List.of(ours, theirs, garbage, one, probe, probe));

        assertThat(progress).containsExactly("MergeBenchmark links=10", "a probe");
        assertThat(numbers.of(ours)).isBetween(10.0, 1e10);
        assertThat(numbers.of(theirs)).isBetween(10.0, 1e10);
        assertThat(numbers.of(garbage)).isBetween(100.0, 1e9);
        assertThat(numbers.of(one)).isEqualTo(numbers.of(ours) / 10);
        assertThat(numbers.of(probe)).isEqualTo(42);
    }

    @Test
    void asksForAValueOfEachParameter() {
        Figure open = Figure.time(MergeBenchmark.class, "mapsAndEquals");

        assertThatThrownBy(() -> measuring.measure(List.of(open)))
                .hasMessageContaining("ran more than once")
                .hasMessageContaining("say in the goal");
    }

    @Test
    void asksForTheCountersThatAMetricNeeds() {
        Figure uncounted = Figure.time(MergeBenchmark.class, "mapsAndEquals")
                .with("links", 10)
                .by(Metric.PROCESSOR_TIME);

        assertThatThrownBy(() -> measuring.measure(List.of(uncounted))).hasMessageContaining("did not count");
    }
}
