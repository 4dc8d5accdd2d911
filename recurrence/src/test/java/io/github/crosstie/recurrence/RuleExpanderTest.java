package io.github.crosstie.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExpanderTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime FROM = ZonedDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final ZonedDateTime FAR = FROM.withYear(2100);

    private final RecurrenceExpander expander = RuleExpander.create();

    private static EventTime.Timed at(String local, String hours, ZoneId zone) {
        ZonedDateTime start = LocalDateTime.parse(local).atZone(zone);
        return new EventTime.Timed(start, start.plus(Duration.parse(hours)));
    }

    private List<String> starts(EventTime first, String rule, int most) {
        return expander.expand(first, Recurrence.parse(rule), FROM, FAR, most).occurrences().stream()
                .map(time -> time instanceof EventTime.Timed timed
                        ? timed.start().toOffsetDateTime().toString()
                        : ((EventTime.AllDay) time).firstDay().toString())
                .toList();
    }

    @Test
    @DisplayName("S5: a time of day stays while the clocks change")
    void keepsTheTimeOfDay() {
        assertThat(starts(at("2026-10-24T09:00", "PT1H", BERLIN), "FREQ=DAILY", 3))
                .containsExactly("2026-10-24T09:00+02:00", "2026-10-25T09:00+01:00", "2026-10-26T09:00+01:00");
    }

    @Test
    @DisplayName("RFC 5545: a time that the clocks leave out is later by their jump; the next day is as ever")
    void passesAGap() {
        assertThat(starts(at("2026-03-28T02:30", "PT1H", BERLIN), "FREQ=DAILY", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
    }

    @Test
    @DisplayName("RFC 5545: of a time that comes twice the earlier one is meant")
    void takesTheEarlierOfTwo() {
        assertThat(starts(at("2026-10-24T02:30", "PT1H", BERLIN), "FREQ=DAILY", 2))
                .containsExactly("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00");
    }

    @Test
    @DisplayName("S5: a first occurrence in the later of two equal hours stays there")
    void keepsTheFirstOne() {
        ZonedDateTime later =
                LocalDateTime.parse("2026-10-25T02:30").atZone(BERLIN).withLaterOffsetAtOverlap();

        assertThat(starts(new EventTime.Timed(later, later.plusHours(1)), "FREQ=WEEKLY", 2))
                .containsExactly("2026-10-25T02:30+01:00", "2026-11-01T02:30+01:00");
    }

    @Test
    @DisplayName("S5: every occurrence is as long as the first, and keeps the zones of its start and its end")
    void keepsLengthAndZones() {
        ZonedDateTime start = LocalDateTime.parse("2026-10-24T22:00").atZone(ZoneId.of("Europe/Lisbon"));
        EventTime.Timed first = new EventTime.Timed(start, start.plusHours(9).withZoneSameInstant(BERLIN));

        Expansion expansion = expander.expand(first, Recurrence.daily(), FROM, FAR, 2);

        EventTime.Timed second = (EventTime.Timed) expansion.occurrences().get(1);
        assertThat(Duration.between(second.start(), second.end())).isEqualTo(Duration.ofHours(9));
        assertThat(second.end().getZone()).isEqualTo(BERLIN);
    }

    @Test
    @DisplayName("S5: an all-day series stays all-day, by date, wherever the range counts its days")
    void keepsAllDay() {
        EventTime first = new EventTime.AllDay(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 8));
        ZonedDateTime from = LocalDate.of(2026, 7, 13).atStartOfDay(ZoneId.of("Pacific/Auckland"));

        Expansion expansion = expander.expand(first, Recurrence.weekly(), from, from.plusDays(1), 9);

        assertThat(expansion)
                .isEqualTo(new Expansion(
                        List.of(new EventTime.AllDay(LocalDate.of(2026, 7, 13), LocalDate.of(2026, 7, 15))), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;COUNT=3 | 2026-07-06,2026-07-07,2026-07-08",
                "FREQ=WEEKLY;BYDAY=WE,FR;COUNT=3 | 2026-07-06,2026-07-08,2026-07-10",
                "FREQ=DAILY;INTERVAL=2;UNTIL=20260710 | 2026-07-06,2026-07-08,2026-07-10",
                "FREQ=DAILY;UNTIL=20260708T000000Z | 2026-07-06,2026-07-07,2026-07-08",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | 2026-07-06,2026-07-31,2026-08-31",
                "FREQ=WEEKLY;INTERVAL=2;BYMONTH=9;BYDAY=TU;COUNT=3 | 2026-07-06,2026-09-01,2026-09-15",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3 | 2026-07-06,2028-02-29,2032-02-29"
            })
    @DisplayName("S6: counts and ends; the first occurrence always is one")
    void ends(String rule, String days) {
        EventTime first = new EventTime.AllDay(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 7));

        assertThat(String.join(",", starts(first, rule, 100))).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;UNTIL=20260708 | 2",
                "FREQ=DAILY;UNTIL=20260708T220000Z | 3",
                "FREQ=DAILY;UNTIL=20260708T215959Z | 2"
            })
    @DisplayName("S6: the last day counts in the zone of the series, the last moment as an instant")
    void endsInTheZoneOfTheSeries(String rule, int occurrences) {
        EventTime first = at("2026-07-07T00:00", "PT1H", BERLIN);

        assertThat(starts(first, rule, 100)).hasSize(occurrences);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=999999",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
                "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=4,6,9,11;BYSETPOS=366",
                "FREQ=DAILY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=29"
            })
    @Timeout(60)
    @DisplayName("S6: a rule that never applies gives its first occurrence and comes to an end")
    void survivesImpossibleRules(String rule) {
        EventTime first = at("2026-07-06T09:00", "PT1H", BERLIN);

        assertThat(starts(first, rule, 2)).startsWith("2026-07-06T09:00+02:00");
        assertThat(expander.expand(first, Recurrence.parse(rule), FAR, FAR.plusYears(7_000), 1))
                .isNotNull();
    }

    @Test
    @Timeout(60)
    @DisplayName("S6: a rule without an end is bounded by the range and by the number asked for")
    void boundsEndlessRules() {
        EventTime first = at("2026-07-06T09:00", "PT1H", BERLIN);

        assertThat(expander.expand(first, Recurrence.daily(), FROM, FAR, 5).complete())
                .isFalse();
        assertThat(expander.expand(first, Recurrence.daily(), FAR, FAR.plusDays(3), 5))
                .satisfies(expansion -> assertThat(expansion.occurrences()).hasSize(3))
                .satisfies(expansion -> assertThat(expansion.complete()).isTrue());
        assertThat(expander.expand(
                                first,
                                Recurrence.builder(Recurrence.Frequency.YEARLY).build(),
                                FAR,
                                FAR.plusYears(100_000),
                                Integer.MAX_VALUE)
                        .complete())
                .isTrue();
    }

    @Test
    @DisplayName("S6: none is asked for by mistake")
    void refusesNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> expander.expand(at("2026-07-06T09:00", "PT1H", BERLIN), Recurrence.daily(), FROM, FAR, 0))
                .withMessageContaining("ask for 1 or more");
    }
}
