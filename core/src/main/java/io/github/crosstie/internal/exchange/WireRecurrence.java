package io.github.crosstie.internal.exchange;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The recurrence of an Exchange series.
 *
 * @param pattern the pattern
 * @param start the day of the first occurrence, in the zone of the series
 * @param range how far it goes
 */
public record WireRecurrence(WirePattern pattern, LocalDate start, Range range) {

    /** Beyond it no calendar goes. */
    private static final int LAST_YEAR = 4500;

    /** How far a series goes. */
    public sealed interface Range {

        /** On and on. */
        record NoEnd() implements Range {}

        /**
         * To a day.
         *
         * @param day the last day on which an occurrence can start
         */
        record EndDate(LocalDate day) implements Range {}

        /**
         * So many times, deleted occurrences included.
         *
         * @param occurrences how many
         */
        record Numbered(int occurrences) implements Range {}
    }

    /**
     * The days on which occurrences start.
     *
     * @return the days in order, those that were cancelled among them; without an end if the range has none
     */
    public Stream<LocalDate> days() {
        Stream<LocalDate> days = pattern.days(start).takeWhile(day -> day.getYear() <= LAST_YEAR);
        if (range instanceof Range.EndDate end) {
            return days.takeWhile(day -> !day.isAfter(end.day()));
        }
        return range instanceof Range.Numbered numbered ? days.limit(numbered.occurrences()) : days;
    }
}
