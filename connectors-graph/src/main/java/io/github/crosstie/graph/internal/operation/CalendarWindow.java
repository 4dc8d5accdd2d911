package io.github.crosstie.graph.internal.operation;

import java.time.LocalDate;

/**
 * The days of a calendar whose changes are followed.
 *
 * @param from the first day, from midnight in UTC
 * @param to the day after the last one
 */
public record CalendarWindow(LocalDate from, LocalDate to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public CalendarWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("calendar window from " + from + " to " + to + ": end after the start");
        }
    }

    /**
     * Whether it holds all days of another one.
     *
     * @param other the other one
     * @return whether nothing of the other one is outside
     */
    public boolean covers(CalendarWindow other) {
        return !from.isAfter(other.from) && !to.isBefore(other.to);
    }
}
