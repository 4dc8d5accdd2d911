package io.github.crosstie.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTableTest {

    @Test
    void hasARowForEachSizeAndSaysWhereACurveEnds() {
        List<String> lines = ScalingTable.markdown(List.of(
                curve("resolve", new Curve.Point(1_000, 2_500, 6_000), new Curve.Point(10_000, 25_000, 60_000)),
                curve("plan", new Curve.Point(1_000, 1e6, 1e6))));

        assertThat(lines)
                .containsExactly(
                        "| size | resolve | keeps | plan | keeps |",
                        "|--:|--:|--:|--:|--:|",
                        "| 1,000 | 2.50 µs | 6 kB | 1 ms | 1 MB |",
                        "| 10,000 | 25 µs | 60 kB | – | – |",
                        "",
                        "- **resolve** (users): work. That is all.",
                        "- **plan** (users): work. That is all.");
    }

    private static Curve curve(String name, Curve.Point... points) {
        return new Curve(new Subject(name, "users", "work.", size -> () -> size), List.of(points), "That is all.");
    }
}
