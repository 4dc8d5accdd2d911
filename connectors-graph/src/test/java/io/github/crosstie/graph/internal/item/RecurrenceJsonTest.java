package io.github.crosstie.graph.internal.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.RuleReader;
import io.github.crosstie.internal.exchange.WireRecurrence;
import java.time.DateTimeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrences of Graph. */
class RecurrenceJsonTest {

    private static final String NO_END =
            "'range': {'type': 'noEnd', 'startDate': '2026-03-02', 'endDate': '0001-01-01'}";

    private static WireRecurrence read(String pattern, String range) {
        return RecurrenceJson.read(Answered.json("{'pattern': {" + pattern + "}, " + range + "}"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("S6: every pattern with every range is read as it was written")
    void readsWhatItWrites(long seed) {
        RandomItems values = new RandomItems(seed);
        for (int each = 0; each < 300; each++) {
            WireRecurrence recurrence = values.recurrence();

            ObjectNode written = RecurrenceJson.write(recurrence, "W. Europe Standard Time");

            assertThat(RecurrenceJson.read(written))
                    .as("recurrence %s of seed %s: %s", each, seed, written)
                    .isEqualTo(recurrence);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 'daily', 'interval': 3 | FREQ=DAILY;INTERVAL=3",
                "'type': 'weekly', 'interval': 1, 'daysOfWeek': ['monday','friday'] | FREQ=WEEKLY;BYDAY=MO,FR",
                "'type': 'weekly', 'interval': 2, 'daysOfWeek': ['monday'] | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU",
                "'type': 'absoluteMonthly', 'interval': 1, 'dayOfMonth': 31 | FREQ=MONTHLY;BYMONTHDAY=-1",
                "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['monday'] | FREQ=MONTHLY;BYDAY=1MO",
                "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['saturday','sunday'], 'index': 'last'"
                        + " | FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1",
                "'type': 'absoluteYearly', 'interval': 1, 'dayOfMonth': 2, 'month': 3"
                        + " | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=2",
                "'type': 'absoluteYearly', 'interval': 2, 'dayOfMonth': 2, 'month': 3"
                        + " | FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=2",
                "'type': 'relativeYearly', 'interval': 1, 'daysOfWeek': ['thursday'], 'index': 'fourth', 'month': 11"
                        + " | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"
            })
    @DisplayName("S6: reads what other clients write, unused properties and what goes without saying included")
    void readsWhatOthersWrite(String pattern, String rule) {
        assertThat(RuleReader.read(read(pattern, NO_END)).toString()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'daily', 'interval': 0",
                "'type': 'hourly', 'interval': 1",
                "'type': 'weekly', 'interval': 1",
                "'type': 'weekly', 'interval': 1, 'daysOfWeek': ['someday']",
                "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['monday','tuesday']",
                "'type': 'relativeMonthly', 'interval': 1, 'daysOfWeek': ['monday'], 'index': 'fifth'",
                "'type': 'absoluteMonthly', 'interval': 1, 'dayOfMonth': 0",
                "'type': 'absoluteYearly', 'interval': 2, 'dayOfMonth': 2, 'month': 4"
            })
    @DisplayName("S15: a pattern that no calendar has is refused, not guessed")
    void refusesWhatNoCalendarHas(String pattern) {
        assertThatThrownBy(() -> read(pattern, NO_END)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S15: a range without its start, of no kind, or without an end is refused, not guessed")
    void refusesRanges() {
        String daily = "'type': 'daily', 'interval': 1";

        assertThatThrownBy(() -> read(daily, "'range': {'type': 'noEnd'}")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> read(daily, "'range': {'type': 'some', 'startDate': '2026-03-02'}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(daily, "'range': {'type': 'numbered', 'startDate': '2026-03-02'}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
