package io.github.crosstie.item;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * By what rule a series is repeated: an RFC 5545 RRULE as a value. Canonical: lists are sets in order, a start of the week that
 * makes no difference is Monday, so that two rules that are written differently are equal if they say the same in the same parts.
 * What the time of the first occurrence implies is left implied: {@code FREQ=WEEKLY} and {@code FREQ=WEEKLY;BYDAY=MO} are two
 * rules, though the same for a series that starts on a Monday.
 *
 * <p>It has the parts that calendars offer. Repetition within a day, days of the year and weeks of the year are no part of it,
 * and neither are additional dates (RDATE): no system on either end keeps them. Immutable, thread-safe.
 *
 * @param frequency how often
 * @param interval every how many days, weeks, months or years; 1 to 9999
 * @param byDay days of the week; with numbers in monthly and yearly rules alone
 * @param byMonthDay days of the month, 1 to 31, or -1 to -31 counted from its end; not in weekly rules
 * @param byMonth months, 1 to 12
 * @param bySetPosition which ones of a day's, week's, month's or year's occurrences, 1 to 366, or counted from the last if
 *     negative; only together with another part
 * @param weekStart the day on which a week starts
 * @param end when it ends
 */
public record Recurrence(
        Frequency frequency,
        int interval,
        SortedSet<RecurrenceDay> byDay,
        SortedSet<Integer> byMonthDay,
        SortedSet<Integer> byMonth,
        SortedSet<Integer> bySetPosition,
        DayOfWeek weekStart,
        End end) {

    static final int MAX_INTERVAL = 9_999;
    static final int MAX_COUNT = 999_999;
    private static final int DAYS_OF_MONTH = 31;
    private static final int MONTHS = 12;
    private static final int POSITIONS = 366;
    private static final int WEEKS_OF_MONTH = 5;
    private static final int LAST_YEAR = 9_999;

    /** How often a series is repeated, before the interval. */
    public enum Frequency {
        /** By days. */
        DAILY,
        /** By weeks. */
        WEEKLY,
        /** By months. */
        MONTHLY,
        /** By years. */
        YEARLY
    }

    /** When a series ends. */
    public sealed interface End {

        /** It does not end. */
        record Never() implements End {}

        /**
         * It ends after so many occurrences, cancelled ones included.
         *
         * @param occurrences how many; 1 to 999,999
         */
        record Count(int occurrences) implements End {
            /**
             * Checks the number.
             *
             * @throws IllegalArgumentException if it is out of range
             */
            public Count {
                require(
                        occurrences >= 1 && occurrences <= MAX_COUNT,
                        "ends after a count out of range; use 1 to 999999");
            }
        }

        /**
         * It ends with a day: in a timed series, the day in the zone of its start.
         *
         * @param day the last day on which an occurrence may start
         */
        record UntilDay(LocalDate day) implements End {
            /**
             * Checks the year.
             *
             * @throws IllegalArgumentException if it has not four digits
             */
            public UntilDay {
                require(day.getYear() >= 0 && day.getYear() <= LAST_YEAR, "ends in a year that has not four digits");
            }
        }

        /**
         * It ends with a moment: in an all-day series, with that moment's day in UTC.
         *
         * @param moment the last moment at which an occurrence may start; in whole seconds
         */
        record UntilMoment(Instant moment) implements End {
            /**
             * Cuts parts of seconds, and checks the year.
             *
             * @throws IllegalArgumentException if it has not four digits
             */
            public UntilMoment {
                moment = moment.truncatedTo(ChronoUnit.SECONDS);
                int year = moment.atOffset(ZoneOffset.UTC).getYear();
                require(year >= 0 && year <= LAST_YEAR, "ends in a year that has not four digits");
            }
        }
    }

    /**
     * Copies the sets, checks that the parts fit together, and brings them in their canonical form.
     *
     * @throws IllegalArgumentException if a number is out of range or two parts do not go together
     */
    public Recurrence {
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(end, "end");
        byDay = copy(byDay);
        byMonthDay = copy(byMonthDay);
        byMonth = copy(byMonth);
        bySetPosition = copy(bySetPosition);
        require(interval >= 1 && interval <= MAX_INTERVAL, "has an interval out of range; use 1 to 9999");
        requireRange(byMonthDay, DAYS_OF_MONTH, "days of the month");
        requireRange(byMonth, MONTHS, "months");
        require(byMonth.stream().allMatch(month -> month > 0), "counts months from the end; use 1 to 12");
        requireRange(bySetPosition, POSITIONS, "positions");
        require(
                frequency != Frequency.WEEKLY || byMonthDay.isEmpty(),
                "is weekly and names days of the month; make it monthly or yearly");
        requireOrdinals(frequency, byDay, byMonthDay);
        require(
                bySetPosition.isEmpty() || !(byDay.isEmpty() && byMonthDay.isEmpty() && byMonth.isEmpty()),
                "has positions and nothing to count; add days or months");
        weekStart = weekMatters(frequency, interval, byDay, bySetPosition)
                ? Objects.requireNonNull(weekStart, "weekStart")
                : DayOfWeek.MONDAY;
    }

    private static <T> SortedSet<T> copy(SortedSet<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }

    private static void requireOrdinals(
            Frequency frequency, SortedSet<RecurrenceDay> byDay, SortedSet<Integer> byMonthDay) {
        boolean isNumbered = byDay.stream().anyMatch(day -> day.ordinal() != 0);
        if (!isNumbered) {
            return;
        }
        require(
                frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY,
                "numbers days of the week without being monthly or yearly; leave the numbers out");
        require(byMonthDay.isEmpty(), "names days of the month and numbers days of the week; use one of the two");
        require(
                frequency == Frequency.YEARLY
                        || byDay.stream().allMatch(day -> Math.abs(day.ordinal()) <= WEEKS_OF_MONTH),
                "is monthly and numbers days of the week beyond 5; use -5 to 5");
    }

    private static boolean weekMatters(
            Frequency frequency, int interval, SortedSet<RecurrenceDay> byDay, SortedSet<Integer> bySetPosition) {
        return frequency == Frequency.WEEKLY && !byDay.isEmpty() && (interval > 1 || !bySetPosition.isEmpty());
    }

    private static void requireRange(SortedSet<Integer> numbers, int most, String what) {
        require(
                numbers.stream().allMatch(number -> number != 0 && Math.abs(number) <= most),
                "has " + what + " out of range; use 1 to " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("recurrence rule " + otherwise);
        }
    }

    /**
     * Starts a rule without an end.
     *
     * @param frequency how often
     * @return a builder with an interval of 1
     */
    public static Builder builder(Frequency frequency) {
        return new Builder(frequency);
    }

    /**
     * Every day, without an end.
     *
     * @return the rule
     */
    public static Recurrence daily() {
        return builder(Frequency.DAILY).build();
    }

    /**
     * Every week on some days, without an end.
     *
     * @param days the days; none for the day of the first occurrence
     * @return the rule
     */
    public static Recurrence weekly(DayOfWeek... days) {
        return builder(Frequency.WEEKLY).on(days).build();
    }

    /**
     * Reads an RFC 5545 rule, such as {@code FREQ=MONTHLY;COUNT=10;BYDAY=-1FR}. Strict: each part once, in any order, in capital
     * or small letters, without blanks; a part that this type does not have is refused, never ignored.
     *
     * @param text the value of an RRULE, without the name of the property
     * @return the rule
     * @throws IllegalArgumentException if it is no rule or one with other parts; the message says at which character, and what to
     *     write instead, and does not repeat the text
     */
    public static Recurrence parse(String text) {
        return RecurrenceText.parse(text);
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds this rule's parts
     */
    public Builder toBuilder() {
        Builder builder =
                new Builder(frequency).interval(interval).weekStart(weekStart).end(end);
        builder.byDay.addAll(byDay);
        builder.byMonthDay.addAll(byMonthDay);
        builder.byMonth.addAll(byMonth);
        builder.bySetPosition.addAll(bySetPosition);
        return builder;
    }

    /** The rule as RFC 5545 writes it, its parts always in the same order; {@link #parse} reads it. */
    @Override
    public String toString() {
        return RecurrenceText.of(this);
    }

    /** Collects the parts of a rule. Not thread-safe. */
    public static final class Builder {

        private final Frequency frequency;
        private int interval = 1;
        private final NavigableSet<RecurrenceDay> byDay = new TreeSet<>();
        private final NavigableSet<Integer> byMonthDay = new TreeSet<>();
        private final NavigableSet<Integer> byMonth = new TreeSet<>();
        private final NavigableSet<Integer> bySetPosition = new TreeSet<>();
        private DayOfWeek weekStart = DayOfWeek.MONDAY;
        private End end = new End.Never();

        private Builder(Frequency frequency) {
            this.frequency = Objects.requireNonNull(frequency, "frequency");
        }

        /**
         * Sets every how many days, weeks, months or years.
         *
         * @param interval 1 to 9999
         * @return this
         */
        public Builder interval(int interval) {
            this.interval = interval;
            return this;
        }

        /**
         * Adds days of the week.
         *
         * @param days every such day
         * @return this
         */
        public Builder on(DayOfWeek... days) {
            Arrays.stream(days).map(RecurrenceDay::every).forEach(byDay::add);
            return this;
        }

        /**
         * Adds a day of the week with a number.
         *
         * @param ordinal which one of the month or year; counted from its end if negative
         * @param day the day of the week
         * @return this
         */
        public Builder on(int ordinal, DayOfWeek day) {
            byDay.add(new RecurrenceDay(ordinal, day));
            return this;
        }

        /**
         * Adds days of the month.
         *
         * @param days 1 to 31, or -1 to -31 from its end
         * @return this
         */
        public Builder onMonthDays(int... days) {
            Arrays.stream(days).forEach(byMonthDay::add);
            return this;
        }

        /**
         * Adds months.
         *
         * @param months 1 to 12
         * @return this
         */
        public Builder inMonths(int... months) {
            Arrays.stream(months).forEach(byMonth::add);
            return this;
        }

        /**
         * Adds positions.
         *
         * @param positions which ones of a day's, week's, month's or year's occurrences
         * @return this
         */
        public Builder atPositions(int... positions) {
            Arrays.stream(positions).forEach(bySetPosition::add);
            return this;
        }

        /**
         * Sets the day on which a week starts.
         *
         * @param weekStart Monday unless set
         * @return this
         */
        public Builder weekStart(DayOfWeek weekStart) {
            this.weekStart = Objects.requireNonNull(weekStart, "weekStart");
            return this;
        }

        /**
         * Ends after some occurrences.
         *
         * @param occurrences how many, cancelled ones included
         * @return this
         */
        public Builder count(int occurrences) {
            return end(new End.Count(occurrences));
        }

        /**
         * Ends with a day.
         *
         * @param day the last day on which an occurrence may start
         * @return this
         */
        public Builder until(LocalDate day) {
            return end(new End.UntilDay(day));
        }

        /**
         * Ends with a moment.
         *
         * @param moment the last moment at which an occurrence may start
         * @return this
         */
        public Builder until(Instant moment) {
            return end(new End.UntilMoment(moment));
        }

        /**
         * Sets when it ends.
         *
         * @param end never unless set
         * @return this
         */
        public Builder end(End end) {
            this.end = Objects.requireNonNull(end, "end");
            return this;
        }

        /**
         * Makes the rule.
         *
         * @return the rule
         * @throws IllegalArgumentException if a number is out of range or two parts do not go together
         */
        public Recurrence build() {
            return new Recurrence(frequency, interval, byDay, byMonthDay, byMonth, bySetPosition, weekStart, end);
        }
    }
}
