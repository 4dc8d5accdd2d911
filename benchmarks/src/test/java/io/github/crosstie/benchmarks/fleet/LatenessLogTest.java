package io.github.crosstie.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessLogTest {

    private final LatenessLog log = new LatenessLog();

    @Test
    void tellsTheMiddleThe99thOfAHundredAndTheLatest() {
        for (int lateness = 1; lateness <= 200; lateness++) {
            log.began(0, lateness * 10L);
        }

        assertThat(log.over(0, 1, 3)).isEqualTo(new Lateness(0, 1, 200, 1, 1.98, 2, 3));
    }

    @Test
    void countsARoundToTheMinuteInWhichItBegan() {
        log.began(59_000, 59_999);
        log.began(59_000, 60_000);

        assertThat(log.over(0, 1, 0).rounds()).isEqualTo(1);
        assertThat(log.over(1, 2, 0).most()).isEqualTo(1);
        assertThat(log.over(0, 2, 0).rounds()).isEqualTo(2);
    }

    @Test
    void aMinuteWithoutRoundsIsNotLate() {
        assertThat(log.over(4, 5, 7)).isEqualTo(new Lateness(4, 5, 0, 0, 0, 0, 7));
    }
}
