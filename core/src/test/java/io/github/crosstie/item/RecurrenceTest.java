package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=DAILY;COUNT=10;INTERVAL=3",
                "FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO,WE",
                "FREQ=WEEKLY;UNTIL=20261231T225959Z;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
                "FREQ=MONTHLY;BYMONTHDAY=-1,15",
                "FREQ=MONTHLY;BYDAY=-1FR,2MO",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
            })
    @DisplayName("S6: a rule in canonical form is read and written as it is")
    void readsAndWrites(String text) {
        assertThat(Recurrence.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byday=fr,mo,mo;freq=weekly | FREQ=WEEKLY;BYDAY=MO,FR",
                "FREQ=WEEKLY;INTERVAL=1;WKST=SU;BYDAY=MO | FREQ=WEEKLY;BYDAY=MO",
                "FREQ=MONTHLY;WKST=SU;BYDAY=+2MO | FREQ=MONTHLY;BYDAY=2MO",
                "INTERVAL=02;FREQ=WEEKLY;WKST=SU | FREQ=WEEKLY;INTERVAL=2"
            })
    @DisplayName("S6: rules that say the same in the same parts are equal")
    void isCanonical(String text, String canonical) {
        assertThat(Recurrence.parse(text))
                .isEqualTo(Recurrence.parse(canonical))
                .hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT=3 | from character 1 on: there is no frequency",
                "RRULE:FREQ=DAILY | without the name of the property",
                "FREQ=HOURLY | from character 1 on: this frequency is not supported",
                "COUNT=1;FREQ=NEVER | from character 9 on: this frequency",
                "FREQ=DAILY;BYHOUR=9 | from character 12 on: this part is not supported",
                "FREQ=DAILY; COUNT=9 | from character 12 on: this part is not supported",
                "FREQ=DAILY; | from character 12 on: this part is not supported",
                "FREQ=DAILY;COUNT= | from character 12 on: COUNT has no value",
                "FREQ=DAILY;COUNT=2;COUNT=2 | from character 20 on: COUNT stands there twice",
                "FREQ=DAILY;COUNT=2;UNTIL=20260101 | from character 20 on: UNTIL comes beside COUNT",
                "FREQ=DAILY;UNTIL=20260230 | from character 12 on: UNTIL is no date or moment",
                "FREQ=DAILY;UNTIL=20260227T100000 | a moment in UTC",
                "FREQ=DAILY;INTERVAL=1234567 | INTERVAL holds something else than a whole number",
                "FREQ=WEEKLY;BYDAY=MO,XX | BYDAY holds something else than a day",
                "FREQ=WEEKLY;BYDAY=MO, | BYDAY holds something else than days",
                "FREQ=MONTHLY;BYDAY=0MO | BYDAY holds a day with the number 0"
            })
    @DisplayName("S6: what is no rule is refused, with place and remedy")
    void refusesWhatIsNoRule(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recurrence.parse(text))
                .withMessageContaining(message);
    }

    @Test
    @DisplayName("G6: the message of a refusal does not repeat what was typed")
    void repeatsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recurrence.parse("FREQ=DAILY;X-ANNA=anna@example.com"))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContainIgnoringCase("anna"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;INTERVAL=0 | interval out of range; use 1 to 9999",
                "FREQ=DAILY;COUNT=0 | count out of range; use 1 to 999999",
                "FREQ=MONTHLY;BYMONTHDAY=32 | days of the month out of range",
                "FREQ=MONTHLY;BYMONTHDAY=0 | days of the month out of range",
                "FREQ=YEARLY;BYMONTH=13 | months out of range",
                "FREQ=YEARLY;BYMONTH=-1 | counts months from the end",
                "FREQ=DAILY;BYMONTH=1;BYSETPOS=367 | positions out of range",
                "FREQ=DAILY;BYSETPOS=1 | has positions and nothing to count",
                "FREQ=WEEKLY;BYMONTHDAY=1 | is weekly and names days of the month",
                "FREQ=WEEKLY;BYDAY=1MO | numbers days of the week without being monthly or yearly",
                "FREQ=MONTHLY;BYDAY=6MO | beyond 5",
                "FREQ=YEARLY;BYDAY=54MO | use -53 to 53",
                "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO | use one of the two"
            })
    @DisplayName("S6: parts that are out of range or do not go together are refused")
    void refusesWhatDoesNotFit(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recurrence.parse(text))
                .withMessageContaining(message);
    }

    @Test
    @DisplayName("S6: a builder makes the same rule as the text")
    void builds() {
        Recurrence built = Recurrence.builder(Recurrence.Frequency.MONTHLY)
                .interval(2)
                .on(-1, DayOfWeek.FRIDAY)
                .until(LocalDate.of(2027, 1, 31))
                .build();

        assertThat(built).isEqualTo(Recurrence.parse("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20270131"));
        assertThat(built.toBuilder().build()).isEqualTo(built);
    }

    @Test
    @DisplayName("S6: the last moment is kept in whole seconds, as the text has them")
    void cutsTheLastMoment() {
        Recurrence rule = Recurrence.builder(Recurrence.Frequency.DAILY)
                .until(Instant.parse("2026-12-31T22:59:59.999Z"))
                .build();

        assertThat(Recurrence.parse(rule.toString())).isEqualTo(rule);
    }
}
