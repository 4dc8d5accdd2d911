package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a series can and cannot be on Exchange. */
class SeriesCheckTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final EventMapping EVENTS = new EventMapping(WindowsZones.standard(), ZoneOffset.UTC);

    private static Item.Builder weekly(ZonedDateTime start, Duration length) {
        return Item.event()
                .set(EventFields.TIME, new EventTime.Timed(start, start.plus(length)))
                .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=5;BYDAY=MO"));
    }

    private static Item moved(int days) {
        ZonedDateTime to = MONDAY.plusWeeks(1).plusDays(days);
        return weekly(MONDAY, Duration.ofHours(1))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.At(MONDAY.plusWeeks(1)),
                                Item.event()
                                        .set(EventFields.TIME, new EventTime.Timed(to, to.plusHours(1)))
                                        .build()))
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, -1, 0, 6})
    @DisplayName("S6: an occurrence is moved between the days of those before and after it")
    void letsOccurrencesMoveBetweenTheirNeighbours(int days) {
        assertThat(EVENTS.cannotExpress(moved(days))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 7, 8, -20})
    @DisplayName("S6: an occurrence is not moved to or beyond the day of another one")
    void refusesOccurrencesThatCross(int days) {
        assertThat(EVENTS.cannotExpress(moved(days)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("moved to or beyond"));
    }

    @Test
    @DisplayName("S6: occurrences do not last into the next one")
    void refusesOccurrencesThatOverlap() {
        assertThat(EVENTS.cannotExpress(weekly(MONDAY, Duration.ofDays(7)).build()))
                .isEmpty();
        assertThat(EVENTS.cannotExpress(
                        weekly(MONDAY, Duration.ofDays(7).plusMinutes(1)).build()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("shorter"));
    }

    @Test
    @DisplayName("S6: what the rule does not give cannot be cancelled")
    void refusesStrangeOccurrences() {
        Item wednesday = weekly(MONDAY, Duration.ofHours(1))
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusDays(2))))
                .build();
        Item sixth = weekly(MONDAY, Duration.ofHours(1))
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusWeeks(5))))
                .build();

        assertThat(EVENTS.cannotExpress(wednesday)).isPresent();
        assertThat(EVENTS.cannotExpress(sixth)).isPresent();
    }

    @Test
    @DisplayName("S5: a series needs a zone whose clocks the server knows; a single event does not")
    void refusesZonesWithoutAName() {
        ZonedDateTime odd = MONDAY.withZoneSameLocal(ZoneOffset.ofHoursMinutes(1, 15));
        Item series = weekly(odd, Duration.ofHours(1)).build();

        assertThat(EVENTS.cannotExpress(series))
                .hasValueSatisfying(reason -> assertThat(reason).contains("time zone"));
        assertThat(EVENTS.cannotExpress(
                        series.toBuilder().clear(EventFields.RECURRENCE).build()))
                .isEmpty();
    }

    @Test
    @DisplayName("occurrences are counted from one, cancelled ones included, over a change of the clocks")
    void countsOccurrences() {
        Occurrences occurrences =
                Occurrences.of(weekly(MONDAY, Duration.ofHours(1)).build());

        assertThat(occurrences.place(new OriginalStart.At(MONDAY))).hasValue(1);
        assertThat(occurrences.place(new OriginalStart.At(MONDAY.plusWeeks(4)))).hasValue(5);
        assertThat(occurrences.place(new OriginalStart.At(MONDAY.plusWeeks(1).withZoneSameInstant(ZoneOffset.UTC))))
                .hasValue(2);
        assertThat(occurrences.place(new OriginalStart.At(MONDAY.plusWeeks(5)))).isEmpty();
        assertThat(occurrences.place(new OriginalStart.OnDay(MONDAY.toLocalDate())))
                .isEmpty();
    }
}
