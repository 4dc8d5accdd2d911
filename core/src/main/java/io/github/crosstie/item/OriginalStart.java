package io.github.crosstie.item;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which occurrence of a series is meant: the start that the rule gave it (RFC 5545 RECURRENCE-ID), wherever it was moved to since.
 * Occurrences of timed series are compared as instants, those of all-day series as dates. Immutable; days sort before moments.
 */
public sealed interface OriginalStart extends Comparable<OriginalStart> {

    /**
     * The start of an occurrence of an all-day series: a date, the same in any time zone (S5).
     *
     * @param day the first day of the occurrence
     */
    record OnDay(LocalDate day) implements OriginalStart {
        /** Requires the day. */
        public OnDay {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /**
     * The start of an occurrence of a timed series. It keeps its zone (S5), yet two of them are equal if they are the same
     * instant, because not every system tells original starts in the zone of the series.
     *
     * @param moment the start, with its zone
     */
    record At(ZonedDateTime moment) implements OriginalStart {
        /** Requires the moment. */
        public At {
            Objects.requireNonNull(moment, "moment");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof At that && moment.toInstant().equals(that.moment.toInstant());
        }

        @Override
        public int hashCode() {
            return moment.toInstant().hashCode();
        }

        @Override
        public String toString() {
            return moment.toString();
        }
    }

    /**
     * The original start of an occurrence that takes place as the rule has it.
     *
     * @param time the time of the occurrence
     * @return its start
     */
    static OriginalStart of(EventTime time) {
        return time instanceof EventTime.AllDay allDay
                ? new OnDay(allDay.firstDay())
                : new At(((EventTime.Timed) time).start());
    }

    /**
     * Reads what {@link Object#toString} of an original start writes: {@code 2026-07-01}, or
     * {@code 2026-07-01T09:00+02:00[Europe/Berlin]}.
     *
     * @param text a date, or a date and time with its offset and, if it has one, its zone, as ISO 8601 and java.time have them
     * @return the original start
     * @throws IllegalArgumentException if the text is neither
     */
    static OriginalStart parse(String text) {
        try {
            return text.indexOf('T') < 0 ? new OnDay(LocalDate.parse(text)) : new At(ZonedDateTime.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "original start of an occurrence cannot be read; write a date such as 2026-07-01, or a moment such as"
                            + " 2026-07-01T09:00+02:00[Europe/Berlin]",
                    e);
        }
    }

    @Override
    default int compareTo(OriginalStart other) {
        if (this instanceof OnDay day && other instanceof OnDay otherDay) {
            return day.day().compareTo(otherDay.day());
        }
        if (this instanceof At at && other instanceof At otherAt) {
            return at.moment().toInstant().compareTo(otherAt.moment().toInstant());
        }
        return this instanceof OnDay ? -1 : 1;
    }
}
