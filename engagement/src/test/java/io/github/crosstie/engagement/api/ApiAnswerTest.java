package io.github.crosstie.engagement.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAnswerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        120                            | 2026-03-02T08:02:00Z
        Mon, 02 Mar 2026 08:10:00 GMT  | 2026-03-02T08:10:00Z
        99999999999                    | 2026-03-09T08:00:00Z
        99999999999999999999999        |
        soon                           |
        -5                             |
        0                              |
        Mon, 02 Mar 2026 07:59:59 GMT  |
        """)
    @DisplayName("reads the moment of Retry-After, in either form, and none that makes no sense or has passed")
    void readsRetryAfter(String header, Instant expected) {
        ApiAnswer answer = new ApiAnswer(503, false, Optional.of(header), new PageBuffer(1));

        assertThat(answer.retryAt(NOW)).isEqualTo(Optional.ofNullable(expected));
    }
}
