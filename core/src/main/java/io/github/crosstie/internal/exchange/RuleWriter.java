package io.github.crosstie.internal.exchange;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Turns rules of RFC 5545 into what Exchange has: six patterns and three ranges. What a rule leaves to the time of the
 * first occurrence is said outright. A rule that none of the patterns is like is refused with the reason, never taken
 * for a similar one.
 */
public final class RuleWriter {

    private static final int MOST_DAYS = 999;
    private static final int MOST_PERIODS = 99;
    private static final int MOST_OCCURRENCES = 999;

    /** Every month has so many days. */
    private static final int SHORTEST_MONTH = 28;

    private static final int LONGEST_MONTH = 31;
    private static final String KEPT = "; it is left as it is on both sides";

    private final Recurrence rule;
    private final LocalDate first;

    private RuleWriter(Recurrence rule, LocalDate first) {
        this.rule = rule;
        this.first = first;
    }

    /**
     * Turns a rule.
     *
     * @param rule the rule
     * @param time the time of the first occurrence
     * @return the same as Exchange has it
     * @throws InexpressibleException if Exchange has nothing like it
     */
    public static WireRecurrence write(Recurrence rule, EventTime time) throws InexpressibleException {
        LocalDate first = firstDay(time);
        WirePattern pattern = new RuleWriter(rule, first).pattern();
        WireRecurrence recurrence = new WireRecurrence(pattern, first, range(rule.end(), time));
        if (recurrence.days().findFirst().filter(first::equals).isEmpty()) {
            throw refusal("starts on a day that its rule does not give");
        }
        return recurrence;
    }

    static LocalDate firstDay(EventTime time) {
        return time instanceof EventTime.AllDay days
                ? days.firstDay()
                : ((EventTime.Timed) time).start().toLocalDate();
    }

    private static InexpressibleException refusal(String what) {
        return new InexpressibleException("the series " + what + ", which Exchange cannot hold" + KEPT);
    }

    private static void require(boolean holds, String otherwise) throws InexpressibleException {
        if (!holds) {
            throw refusal(otherwise);
        }
    }

    private static WireRecurrence.Range range(Recurrence.End end, EventTime time) throws InexpressibleException {
        if (end instanceof Recurrence.End.Count count) {
            require(count.occurrences() <= MOST_OCCURRENCES, "has more than 999 occurrences and no last day");
            return new WireRecurrence.Range.Numbered(count.occurrences());
        }
        if (end instanceof Recurrence.End.UntilDay until) {
            return new WireRecurrence.Range.EndDate(until.day());
        }
        return end instanceof Recurrence.End.UntilMoment until
                ? new WireRecurrence.Range.EndDate(lastDay(until, time))
                : new WireRecurrence.Range.NoEnd();
    }

    private static LocalDate lastDay(Recurrence.End.UntilMoment until, EventTime time) {
        if (!(time instanceof EventTime.Timed timed)) {
            return until.moment().atOffset(ZoneOffset.UTC).toLocalDate();
        }
        LocalDate day = until.moment().atZone(timed.start().getZone()).toLocalDate();
        ZonedDateTime start =
                day.atTime(timed.start().toLocalTime()).atZone(timed.start().getZone());
        return EventTimes.held(start).toInstant().isAfter(until.moment()) ? day.minusDays(1) : day;
    }

    private WirePattern pattern() throws InexpressibleException {
        return switch (rule.frequency()) {
            case DAILY -> daily();
            case WEEKLY -> weekly();
            case MONTHLY -> monthly();
            case YEARLY -> yearly();
        };
    }

    private WirePattern daily() throws InexpressibleException {
        require(
                rule.byMonth().isEmpty()
                        && rule.byMonthDay().isEmpty()
                        && rule.bySetPosition().isEmpty(),
                "is daily and names months, days of the month or positions");
        if (!rule.byDay().isEmpty()) {
            require(rule.interval() == 1, "is daily with an interval and names days of the week");
            return new WirePattern.Weekly(1, weekdays(), DayOfWeek.MONDAY);
        }
        require(rule.interval() <= MOST_DAYS, "is repeated after more than 999 days");
        return new WirePattern.Daily(rule.interval());
    }

    private WirePattern weekly() throws InexpressibleException {
        require(rule.byMonth().isEmpty() && rule.bySetPosition().isEmpty(), "is weekly and names months or positions");
        require(rule.interval() <= MOST_PERIODS, "is repeated after more than 99 weeks");
        Set<DayOfWeek> days = rule.byDay().isEmpty() ? EnumSet.of(first.getDayOfWeek()) : weekdays();
        return new WirePattern.Weekly(rule.interval(), days, rule.weekStart());
    }

    private WirePattern monthly() throws InexpressibleException {
        require(rule.byMonth().isEmpty(), "is monthly and names months");
        require(rule.interval() <= MOST_PERIODS, "is repeated after more than 99 months");
        if (!rule.byDay().isEmpty()) {
            return new WirePattern.RelativeMonthly(rule.interval(), kindOfDay(), index());
        }
        return new WirePattern.AbsoluteMonthly(rule.interval(), dayOfMonth(SHORTEST_MONTH));
    }

    private WirePattern yearly() throws InexpressibleException {
        require(rule.interval() == 1, "is repeated after several years");
        require(rule.byMonth().size() <= 1, "takes place in several months of a year");
        require(
                !rule.byMonth().isEmpty()
                        || (rule.byDay().isEmpty() && rule.byMonthDay().isEmpty()),
                "is yearly and names days without a month");
        Month month = rule.byMonth().isEmpty()
                ? first.getMonth()
                : Month.of(rule.byMonth().first());
        if (!rule.byDay().isEmpty()) {
            return new WirePattern.RelativeYearly(month, kindOfDay(), index());
        }
        return new WirePattern.AbsoluteYearly(month, dayOfMonth(month.minLength()));
    }

    /** The day, where every month in question has it; the last day of each month is day 31. */
    private int dayOfMonth(int shortest) throws InexpressibleException {
        SortedSet<Integer> days = rule.byMonthDay();
        if (rule.bySetPosition().equals(Set.of(WirePattern.LAST))
                && !days.isEmpty()
                && days.last() <= LONGEST_MONTH
                && days.equals(IntStream.rangeClosed(SHORTEST_MONTH, days.last())
                        .boxed()
                        .collect(Collectors.toSet()))) {
            // The last of the days from the 28th to this one: this one, or the end of a shorter month.
            return days.last();
        }
        require(rule.bySetPosition().isEmpty(), "takes place on the first or last of some days of the month");
        require(days.size() <= 1, "takes place on several days of a month");
        int day = days.isEmpty() ? first.getDayOfMonth() : days.first();
        if (day == WirePattern.LAST) {
            return LONGEST_MONTH;
        }
        require(day > 0, "takes place on a day that is counted from the end of the month");
        require(day <= shortest, "takes place on a day that not every month has");
        return day;
    }

    private Set<DayOfWeek> weekdays() {
        return rule.byDay().stream().map(RecurrenceDay::day).collect(Collectors.toSet());
    }

    private WireDay kindOfDay() throws InexpressibleException {
        require(rule.byMonthDay().isEmpty(), "names days of the week and days of the month");
        require(
                rule.byDay().size() == 1 || rule.byDay().stream().allMatch(day -> day.ordinal() == 0),
                "takes place on several numbered days of a month");
        return WireDay.of(weekdays()).orElseThrow(() -> refusal("counts days of the week that are no kind of day"));
    }

    private int index() throws InexpressibleException {
        int ordinal = rule.byDay().first().ordinal();
        if (ordinal == 0) {
            require(rule.bySetPosition().size() == 1, "takes place on several days of a month");
            return index(rule.bySetPosition().first());
        }
        require(rule.bySetPosition().isEmpty(), "numbers days of the week and has positions");
        return index(ordinal);
    }

    private static int index(int ordinal) throws InexpressibleException {
        require(
                List.of(1, 2, 3, 4, WirePattern.LAST).contains(ordinal),
                "takes place on a day that is neither the first to fourth nor the last of its kind");
        return ordinal;
    }
}
