package io.github.crosstie.ews.internal.item;

import io.github.crosstie.internal.exchange.WireDay;
import io.github.crosstie.internal.exchange.WirePattern;
import io.github.crosstie.internal.exchange.WireRecurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Recurrences at random: six patterns and three ranges, the first occurrence on a day that the pattern gives. */
final class WireRecurrences {

    private WireRecurrences() {}

    static WireRecurrence random(RandomValues values) {
        WirePattern pattern = pattern(values);
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(values.random().nextInt(4_000));
        LocalDate start = pattern.days(from).findFirst().orElseThrow();
        return new WireRecurrence(pattern, start, range(values, start));
    }

    private static WireRecurrence.Range range(RandomValues values, LocalDate start) {
        return switch (values.random().nextInt(3)) {
            case 0 -> new WireRecurrence.Range.NoEnd();
            case 1 ->
                new WireRecurrence.Range.EndDate(start.plusDays(values.random().nextInt(3_000)));
            default -> new WireRecurrence.Range.Numbered(1 + values.random().nextInt(999));
        };
    }

    private static WirePattern pattern(RandomValues values) {
        int interval = values.one(List.of(1, 1, 2, 3, 12));
        int day = 1 + values.random().nextInt(31);
        Month month = values.one(List.of(Month.values()));
        WireDay kind = values.one(List.of(WireDay.values()));
        int index = values.one(List.of(1, 2, 3, 4, -1));
        return switch (values.random().nextInt(6)) {
            case 0 -> new WirePattern.Daily(interval);
            case 1 -> new WirePattern.Weekly(interval, weekdays(values), values.one(List.of(DayOfWeek.values())));
            case 2 -> new WirePattern.AbsoluteMonthly(interval, day);
            case 3 -> new WirePattern.RelativeMonthly(interval, kind, index);
            case 4 -> new WirePattern.AbsoluteYearly(month, day);
            default -> new WirePattern.RelativeYearly(month, kind, index);
        };
    }

    private static Set<DayOfWeek> weekdays(RandomValues values) {
        Set<DayOfWeek> days = EnumSet.of(values.one(List.of(DayOfWeek.values())));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (values.random().nextInt(3) == 0) {
                days.add(day);
            }
        }
        return days;
    }
}
