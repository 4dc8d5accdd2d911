package io.github.crosstie.item;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A day of the week in a {@link Recurrence}: every one, or the one with a number (RFC 5545 weekdaynum). Ordered by number, then
 * from Monday on.
 *
 * @param ordinal which one of the month or year, counted from its end if negative, from -53 to 53; 0 for every one
 * @param day the day of the week
 */
public record RecurrenceDay(int ordinal, DayOfWeek day) implements Comparable<RecurrenceDay> {

    private static final int MOST = 53;
    private static final int LETTERS = 2;
    private static final Comparator<RecurrenceDay> ORDER =
            Comparator.comparingInt(RecurrenceDay::ordinal).thenComparing(RecurrenceDay::day);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if no year has so many of a day
     */
    public RecurrenceDay {
        Objects.requireNonNull(day, "day");
        if (ordinal < -MOST || ordinal > MOST) {
            throw new IllegalArgumentException("day of a recurrence has the number " + ordinal + "; use -" + MOST
                    + " to " + MOST + ", 0 for every one");
        }
    }

    /**
     * Every such day.
     *
     * @param day the day of the week
     * @return the day without a number
     */
    public static RecurrenceDay every(DayOfWeek day) {
        return new RecurrenceDay(0, day);
    }

    @Override
    public int compareTo(RecurrenceDay other) {
        return ORDER.compare(this, other);
    }

    /** As RFC 5545 writes it: {@code MO}, {@code 2MO}, {@code -1FR}. */
    @Override
    public String toString() {
        return (ordinal == 0 ? "" : Integer.toString(ordinal)) + code(day);
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }

    /** The day with a code of two capital letters, or null. */
    static @Nullable DayOfWeek day(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (code(day).equals(code)) {
                return day;
            }
        }
        return null;
    }
}
