package io.github.crosstie.internal.exchange;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Recurrence;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns what Exchange has into rules of RFC 5545. There is one for each of its patterns and ranges. */
public final class RuleReader {

    /** Every month has so many days. */
    private static final int SHORTEST_MONTH = 28;

    private static final int LONGEST_MONTH = 31;

    private RuleReader() {}

    /**
     * The rule of a recurrence.
     *
     * @param recurrence what Exchange has
     * @return the rule that gives the same days
     */
    public static Recurrence read(WireRecurrence recurrence) {
        Recurrence.Builder rule = rule(recurrence.pattern());
        if (recurrence.range() instanceof WireRecurrence.Range.EndDate end) {
            rule.until(end.day());
        } else if (recurrence.range() instanceof WireRecurrence.Range.Numbered numbered) {
            rule.count(numbered.occurrences());
        }
        return rule.build();
    }

    /**
     * The rule of a recurrence in the words in which it was written, unless somebody has changed the series since.
     *
     * @param recurrence what Exchange has
     * @param kept the rule as text, as the item carries it beside the recurrence; it may be anything
     * @param time the time of the first occurrence
     * @return the kept rule if it comes to this recurrence, else the rule that gives the same days
     */
    public static Recurrence read(WireRecurrence recurrence, Optional<String> kept, EventTime time) {
        if (kept.isPresent()) {
            try {
                Recurrence rule = Recurrence.parse(kept.get());
                if (RuleWriter.write(rule, time).equals(recurrence)) {
                    return rule;
                }
            } catch (InexpressibleException | IllegalArgumentException e) {
                return read(recurrence);
            }
        }
        return read(recurrence);
    }

    private static Recurrence.Builder rule(WirePattern pattern) {
        if (pattern instanceof WirePattern.Daily daily) {
            return Recurrence.builder(Recurrence.Frequency.DAILY).interval(daily.interval());
        }
        if (pattern instanceof WirePattern.Weekly weekly) {
            return Recurrence.builder(Recurrence.Frequency.WEEKLY)
                    .interval(weekly.interval())
                    .on(weekly.days().toArray(new DayOfWeek[0]))
                    .weekStart(weekly.firstDay());
        }
        if (pattern instanceof WirePattern.AbsoluteMonthly monthly) {
            return onDay(
                    Recurrence.builder(Recurrence.Frequency.MONTHLY).interval(monthly.interval()),
                    monthly.day(),
                    SHORTEST_MONTH);
        }
        if (pattern instanceof WirePattern.RelativeMonthly monthly) {
            return onKind(
                    Recurrence.builder(Recurrence.Frequency.MONTHLY).interval(monthly.interval()),
                    monthly.day(),
                    monthly.index());
        }
        if (pattern instanceof WirePattern.AbsoluteYearly yearly) {
            return onDay(inMonth(yearly.month()), yearly.day(), yearly.month().minLength());
        }
        WirePattern.RelativeYearly yearly = (WirePattern.RelativeYearly) pattern;
        if (yearly.day() == WireDay.DAY && yearly.index() == WirePattern.LAST) {
            return onDay(inMonth(yearly.month()), LONGEST_MONTH, yearly.month().minLength());
        }
        return onKind(inMonth(yearly.month()), yearly.day(), yearly.index());
    }

    private static Recurrence.Builder inMonth(Month month) {
        return Recurrence.builder(Recurrence.Frequency.YEARLY).inMonths(month.getValue());
    }

    /** A day beyond the end of a month is its last day, and the 31st is the last day of any. */
    private static Recurrence.Builder onDay(Recurrence.Builder rule, int day, int shortest) {
        if (day <= shortest) {
            return rule.onMonthDays(day);
        }
        if (day >= LONGEST_MONTH || shortest > SHORTEST_MONTH) {
            return rule.onMonthDays(WirePattern.LAST);
        }
        return rule.onMonthDays(IntStream.rangeClosed(SHORTEST_MONTH, day).toArray())
                .atPositions(WirePattern.LAST);
    }

    private static Recurrence.Builder onKind(Recurrence.Builder rule, WireDay day, int index) {
        return switch (day) {
            case DAY -> rule.onMonthDays(index);
            case WEEKDAY, WEEKEND_DAY ->
                rule.on(day.days().toArray(new DayOfWeek[0])).atPositions(index);
            default -> rule.on(index, day.days().iterator().next());
        };
    }
}
