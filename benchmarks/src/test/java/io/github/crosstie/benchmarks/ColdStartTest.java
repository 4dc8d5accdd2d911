package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColdStartTest {

    @ParameterizedTest
    @EnumSource
    void aProgramOfItsOwnReadsThePage(FirstPage.Way way) {
        ColdStart start = ColdStart.of(way, 1);

        assertThat(start.nanos()).isPositive();
        assertThat(start.classes()).isPositive();
    }
}
