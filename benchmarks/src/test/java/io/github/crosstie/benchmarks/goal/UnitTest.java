package io.github.crosstie.benchmarks.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 ns",
                "8.912 | 8.91 ns",
                "45.04 | 45.0 ns",
                "999.4 | 999 ns",
                "999.6 | 1.00 µs",
                "1000 | 1 µs",
                "16300000 | 16.3 ms",
                "5000000000 | 5 s",
                "5000000000000 | 5,000 s"
            })
    void aTimeIsToldInTheUnitThatLeavesItBelowAThousand(double nanoseconds, String text) {
        assertThat(Unit.TIME.text(nanoseconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"16 | 16 B", "5.97 | 5.97 B", "64000 | 64 kB", "230064432 | 230 MB"})
    void memoryIsToldInPowersOfAThousand(double bytes, String text) {
        assertThat(Unit.MEMORY.text(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "1.5 | 1.50", "20 | 20", "1234 | 1,234", "2500000 | 2,500,000"})
    void aCountIsToldWhole(double count, String text) {
        assertThat(Unit.COUNT.text(count)).isEqualTo(text);
    }
}
