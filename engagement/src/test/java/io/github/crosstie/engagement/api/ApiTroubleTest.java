package io.github.crosstie.engagement.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiTroubleTest {

    private static final PageContent NOT_JSON = new PageContent.Unreadable(false);

    private static ApiAnswer answer(int status, String retryAfter) {
        return new ApiAnswer(status, false, Optional.of(retryAfter), new PageBuffer(1));
    }

    private static Instant retryAt(CrosstieException trouble) {
        assertThat(trouble).isInstanceOf(ThrottledException.class);
        return ((ThrottledException) trouble).retryAt();
    }

    @Test
    @DisplayName("takes the moment that the answer names before its own")
    void takesTheMomentOfTheAnswer() {
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        ApiTrouble trouble = new ApiTrouble("listing", now, ZoneOffset.UTC);
        PageContent daily = new PageContent.Refusal(EngagementCode.DAILY_LIMIT.number());

        assertThat(retryAt(trouble.of(answer(400, "90"), daily))).isEqualTo(now.plusSeconds(90));
        assertThat(retryAt(trouble.of(answer(429, "90"), NOT_JSON))).isEqualTo(now.plusSeconds(90));
        assertThat(retryAt(trouble.of(answer(503, "90"), NOT_JSON))).isEqualTo(now.plusSeconds(90));
    }

    @Test
    @DisplayName("122: finds the beginning of a day that does not begin at midnight")
    void findsTheBeginningOfAnOddDay() {
        Instant evening =
                Instant.parse("2018-11-03T22:00:00Z"); // on the next day São Paulo sets its clocks forward at midnight
        ApiTrouble trouble = new ApiTrouble("listing", evening, ZoneId.of("America/Sao_Paulo"));

        CrosstieException thrown =
                trouble.of(answer(400, "unknown"), new PageContent.Refusal(EngagementCode.DAILY_LIMIT.number()));

        assertThat(retryAt(thrown)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }
}
