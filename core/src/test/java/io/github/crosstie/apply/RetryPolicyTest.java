package io.github.crosstie.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(30), Duration.ofMinutes(10), 0.5, Duration.ofDays(1));

    @ParameterizedTest(name = "after {0} failures with chance {1}: {2}")
    @CsvSource({
        "1, 0, PT30S",
        "2, 0, PT1M",
        "3, 0, PT2M",
        "5, 0, PT8M",
        "6, 0, PT10M",
        "1000000, 0, PT10M",
        "2, 0.5, PT45S",
        "1, 0.999, PT15.015S"
    })
    @DisplayName("a delay doubles up to a maximum, and chance takes at most its share away")
    void doubles(int failures, double chance, Duration delay) {
        assertThat(POLICY.delay(failures, chance)).isEqualTo(delay);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.delay(0, 0))
                .withMessageContaining("use 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.delay(1, 1))
                .withMessageContaining("less than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1), 0, Duration.ofDays(1)))
                .withMessageContaining("not shorter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ofDays(1)))
                .withMessageContaining("less than 1");
    }
}
