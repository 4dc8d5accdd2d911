package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {

    private static final ZonedDateTime NINE = LocalDateTime.of(2026, 7, 6, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final EventTime FIRST = at(0);

    /** Knows daily series without an end. */
    private static final RecurrenceExpander DAILY = (first, rule, from, to, most) -> {
        List<EventTime> days = NINE.toLocalDate()
                .datesUntil(NINE.toLocalDate().plusDays(50))
                .<EventTime>map(day -> at(day.toEpochDay() - NINE.toLocalDate().toEpochDay()))
                .filter(time -> !((EventTime.Timed) time).start().isBefore(from))
                .filter(time -> ((EventTime.Timed) time).start().isBefore(to))
                .toList();
        return new Expansion(days.subList(0, Math.min(most, days.size())), days.size() <= most);
    };

    private static EventTime at(long days) {
        return new EventTime.Timed(NINE.plusDays(days), NINE.plusDays(days).plusHours(1));
    }

    private static OriginalStart start(long days) {
        return new OriginalStart.At(NINE.plusDays(days));
    }

    private static Series series(CancelledOccurrences cancelled, Map<OriginalStart, EventTime> moved) {
        return new Series(FIRST, Recurrence.daily(), cancelled, new TreeMap<>(moved));
    }

    @Test
    @DisplayName("S6: an occurrence is meant by the very instant; a date means none of a timed series")
    void knowsItsOccurrences() {
        Series series = series(CancelledOccurrences.of(start(1)), Map.of());

        assertThat(series.isOccurrence(DAILY, start(1)))
                .as("cancelled ones count")
                .isTrue();
        assertThat(series.isOccurrence(DAILY, new OriginalStart.At(NINE.plusMinutes(1))))
                .isFalse();
        assertThat(series.isOccurrence(DAILY, new OriginalStart.OnDay(NINE.toLocalDate())))
                .isFalse();
    }

    @Test
    @DisplayName("S23: however many are cancelled or moved, the next one that is neither is found")
    void findsTheNextOne() {
        CancelledOccurrences cancelled = CancelledOccurrences.of(start(0), start(1), start(2));
        Series series = series(cancelled, Map.of(start(3), at(40)));

        Expansion expansion = series.unmovedFrom(DAILY, NINE);

        assertThat(expansion.occurrences()).first().isEqualTo(at(4));
    }

    @Test
    @DisplayName("S6: an occurrence that is cancelled as well as moved does not take place")
    void cancelsWhatWasMoved() {
        assertThat(series(CancelledOccurrences.of(start(3)), Map.of(start(3), at(40)))
                        .moved())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY | false",
                "FREQ=DAILY;UNTIL=20260801 | true",
                "FREQ=DAILY;UNTIL=20260801T000000Z | true",
                "FREQ=DAILY;UNTIL=20270301 | false",
                "FREQ=DAILY;COUNT=20 | true",
                "FREQ=DAILY;COUNT=300 | false",
                "FREQ=DAILY;BYMONTH=2;COUNT=20 | false",
                "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=10 | true",
                "FREQ=WEEKLY;INTERVAL=9;COUNT=10 | false",
                "FREQ=MONTHLY;COUNT=3 | true",
                "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3 | false",
                "FREQ=YEARLY;COUNT=2 | false"
            })
    @DisplayName("S23: the cautious expander calls a series over only when it certainly is")
    void isCautious(String rule, boolean isOver) {
        ZonedDateTime from = LocalDate.of(2027, 1, 31).atStartOfDay(NINE.getZone());

        Expansion expansion =
                RecurrenceExpander.cautious().expand(FIRST, Recurrence.parse(rule), from, from.plusYears(1), 1);

        assertThat(expansion).isEqualTo(new Expansion(List.of(), isOver));
    }

    @Test
    @DisplayName("S23: the cautious expander knows that a series has not begun")
    void knowsThatItHasNotBegun() {
        ZonedDateTime from = NINE.minusDays(40);

        assertThat(RecurrenceExpander.cautious()
                        .expand(FIRST, Recurrence.daily(), from, from.plus(Duration.ofDays(30)), 1)
                        .complete())
                .isTrue();
    }
}
