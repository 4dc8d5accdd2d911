package io.github.crosstie.item;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * When an event takes place (RFC 5545 DTSTART and DTEND). Start and end are one value, so that a merge can never pair the
 * start of one edit with the end of another.
 */
public sealed interface EventTime {

    /**
     * From one moment to another, each with its zone (S5: times keep their zone).
     *
     * @param start first moment
     * @param end end, exclusive; not before the start
     */
    record Timed(ZonedDateTime start, ZonedDateTime end) implements EventTime {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the end lies before the start
         */
        public Timed {
            Objects.requireNonNull(start, "start");
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("event ends " + end + " before it starts " + start);
            }
        }
    }

    /**
     * Whole days, by date and without a zone (S5: all-day events stay all-day in any time zone).
     *
     * @param firstDay first day
     * @param endDay the day after the last, as RFC 5545 has it; after the first day
     */
    record AllDay(LocalDate firstDay, LocalDate endDay) implements EventTime {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the end is not after the first day
         */
        public AllDay {
            Objects.requireNonNull(firstDay, "firstDay");
            if (!endDay.isAfter(firstDay)) {
                throw new IllegalArgumentException("all-day event ends " + endDay + ", not after its first day "
                        + firstDay + "; the end is exclusive");
            }
        }
    }
}
