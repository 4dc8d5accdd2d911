package io.github.crosstie.internal.exchange;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A day of a pattern as the schema names it: one of the week, or a kind of day. */
public enum WireDay {
    SUNDAY("Sunday", DayOfWeek.SUNDAY),
    MONDAY("Monday", DayOfWeek.MONDAY),
    TUESDAY("Tuesday", DayOfWeek.TUESDAY),
    WEDNESDAY("Wednesday", DayOfWeek.WEDNESDAY),
    THURSDAY("Thursday", DayOfWeek.THURSDAY),
    FRIDAY("Friday", DayOfWeek.FRIDAY),
    SATURDAY("Saturday", DayOfWeek.SATURDAY),
    /** Any day. */
    DAY(
            "Day",
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY,
            DayOfWeek.SUNDAY),
    /** Monday to Friday. */
    WEEKDAY("Weekday", DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
    /** Saturday or Sunday. */
    WEEKEND_DAY("WeekendDay", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // the set cannot be modified
    private final Set<DayOfWeek> days;

    WireDay(String wireName, DayOfWeek first, DayOfWeek... more) {
        this.wireName = wireName;
        this.days = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    /**
     * The schema's name.
     *
     * @return {@code Sunday} to {@code Saturday}, {@code Day}, {@code Weekday} or {@code WeekendDay}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * The days of the week that it stands for.
     *
     * @return one, two, five or seven
     */
    public Set<DayOfWeek> days() {
        return days;
    }

    /**
     * The day of a name.
     *
     * @param name the schema's name, in its case
     * @return the day
     * @throws IllegalArgumentException if the schema has no such name
     */
    public static WireDay named(String name) {
        for (WireDay day : values()) {
            if (day.wireName.equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("day of a pattern that is none of the schema's");
    }

    /**
     * The one that stands for just these days.
     *
     * @param days days of the week
     * @return the day; empty if these are no kind of day
     */
    public static Optional<WireDay> of(Set<DayOfWeek> days) {
        for (WireDay day : values()) {
            if (day.days.equals(days)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /**
     * A day of the week.
     *
     * @param day the day
     * @return the same
     */
    public static WireDay of(DayOfWeek day) {
        return of(EnumSet.of(day)).orElseThrow();
    }
}
