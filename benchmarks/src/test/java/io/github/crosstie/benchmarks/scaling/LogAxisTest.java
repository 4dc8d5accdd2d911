package io.github.crosstie.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogAxisTest {

    @Test
    void reachesFromThePowerOfTenBelowToTheOneAbove() {
        LogAxis axis = LogAxis.over(20, 70_000, 400);

        assertThat(axis.ticks()).containsExactly(10.0, 100.0, 1_000.0, 10_000.0, 100_000.0);
    }

    @Test
    void endsAtAPowerOfTenThatIsTheGreatestValue() {
        assertThat(LogAxis.over(1_000, 10_000_000, 400).ticks())
                .startsWith(1_000.0)
                .endsWith(10_000_000.0);
    }

    @Test
    void placesEqualRatiosAtEqualDistances() {
        LogAxis axis = LogAxis.over(1, 10_000, 400);

        assertThat(axis.place(1)).isZero();
        assertThat(axis.place(100)).isEqualTo(200);
        assertThat(axis.place(10_000)).isEqualTo(400);
    }

    @Test
    void hasALengthEvenIfAllValuesAreOne() {
        LogAxis axis = LogAxis.over(10, 10, 400);

        assertThat(axis.place(10)).isZero();
        assertThat(axis.ticks()).hasSize(2);
    }
}
