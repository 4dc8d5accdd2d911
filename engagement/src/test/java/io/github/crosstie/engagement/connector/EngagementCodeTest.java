package io.github.crosstie.engagement.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementCodeTest {

    private static final Instant LATER = Instant.parse("2026-03-03T00:00:00Z");

    @ParameterizedTest
    @EnumSource(EngagementCode.class)
    void isFoundByItsNumber(EngagementCode code) {
        assertThat(EngagementCode.of(code.number())).contains(code);
    }

    @ParameterizedTest
    @EnumSource(EngagementCode.class)
    void isEitherAnOutcomeOrAnException(EngagementCode code) {
        if (code.meaning().concernsUnit()) {
            assertThat(code.exception("listing users of business unit x", LATER))
                    .hasMessageContaining("code " + code.number());
            assertThatThrownBy(code::outcome).isInstanceOf(IllegalStateException.class);
        } else {
            assertThat(code.outcome()).isNotNull();
            assertThatThrownBy(() -> code.exception("writing", LATER)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"66", "122", "202"})
    void limitsNameTheMomentOfTheNextCall(int number) {
        assertThat(EngagementCode.of(number).orElseThrow().exception("listing", LATER))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(LATER));
    }

    @Test
    void isSplitByWhatTheCallerDoesNext() {
        assertThat(EngagementCode.BAD_TOKEN.exception("x", LATER)).isInstanceOf(UnauthorizedException.class);
        assertThat(EngagementCode.NO_PERMISSION.exception("x", LATER)).isInstanceOf(AccessBlockedException.class);
        assertThat(EngagementCode.TIMEOUT.exception("x", LATER)).isInstanceOf(UnavailableException.class);
        assertThat(EngagementCode.UNIT_NOT_FOUND.exception("x", LATER)).isInstanceOf(InvalidInputException.class);
        assertThat(EngagementCode.PAGE_TOKEN_EXPIRED.exception("x", LATER)).isInstanceOf(CursorExpiredException.class);
    }
}
