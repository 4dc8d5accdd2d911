package io.github.crosstie.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it measures the heap, which other tests would fill and empty")
class ScalingTest {

    private static final long MEGABYTE = 1_000_000;

    private final List<String> progress = new ArrayList<>();

    @Test
    void measuresWhatAResultKeepsAtEachSize() {
        Curve curve =
                measured(1_000 * MEGABYTE, new Subject("bytes", "bytes", "makes them.", size -> () -> new byte[size]));

        assertThat(curve.points()).extracting(Curve.Point::size).containsExactly(1_000, 10_000, 1_000_000);
        assertThat(curve.points().get(2).bytes()).isBetween(0.9 * MEGABYTE, 1.5 * MEGABYTE);
        assertThat(curve.points())
                .allSatisfy(point -> assertThat(point.nanoseconds()).isPositive());
        assertThat(curve.ending()).isEqualTo("The largest size is measured.");
        assertThat(progress).hasSize(3).first().isEqualTo("bytes, 1000 bytes");
    }

    @Test
    void stopsBeforeASizeThatTheHeapWillNotHold() {
        Curve curve = measured(
                100 * MEGABYTE, new Subject("large", "things", "makes them.", size -> () -> new byte[1_000 * size]));

        assertThat(curve.points()).extracting(Curve.Point::size).containsExactly(1_000, 10_000);
        assertThat(curve.ending()).contains("1,000,000 things are not measured").contains("and the heap has 100 MB");
    }

    @Test
    void endsWhereTheHeapWasNotEnough() {
        Curve curve = measured(1_000 * MEGABYTE, new Subject("greedy", "things", "makes them.", size -> () -> {
            if (size > 1_000) {
                throw new OutOfMemoryError("as if");
            }
            return size;
        }));

        assertThat(curve.points()).hasSize(1);
        assertThat(curve.ending()).contains("10,000 things are not measured: the heap's 1,000 MB were not enough");
    }

    private Curve measured(long heap, Subject subject) {
        return new Scaling(progress::add, List.of(1_000, 10_000, 1_000_000), heap, 0).measure(subject);
    }
}
