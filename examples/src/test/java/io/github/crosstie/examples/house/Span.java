package io.github.crosstie.examples.house;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * From when to when something takes place.
 *
 * @param start its start; the midnight at which the first day begins
 * @param end its end; the midnight at which the last day ends
 * @param wholeDays whether it is days that matter, and no moments
 */
record Span(ZonedDateTime start, ZonedDateTime end, boolean wholeDays) {

    static Span hour(ZonedDateTime start) {
        return new Span(start, start.plusHours(1), false);
    }

    static Span days(ZonedDateTime day, int count) {
        ZonedDateTime midnight = day.toLocalDate().atStartOfDay(day.getZone());
        return new Span(midnight, midnight.plusDays(count), true);
    }

    /** At the same time by the clock on the wall. */
    Span later(int weeks) {
        return new Span(start.plusWeeks(weeks), end.plusWeeks(weeks), wholeDays);
    }

    Span later(Duration duration) {
        return new Span(start.plus(duration), end.plus(duration), wholeDays);
    }

    @Override
    public String toString() {
        return wholeDays ? start.toLocalDate() + ".." + end.toLocalDate() : start.toInstant() + ".." + end.toInstant();
    }
}
