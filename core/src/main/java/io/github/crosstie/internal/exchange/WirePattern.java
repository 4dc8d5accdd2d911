package io.github.crosstie.internal.exchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By what pattern an Exchange series is repeated. Days beyond the end of a month are its last day, unlike in RFC 5545,
 * where the month is left out.
 */
public sealed interface WirePattern {

    /** The last of several. */
    int LAST = -1;

    /**
     * The days on which occurrences start.
     *
     * @param start the first day that can be one
     * @return the days in order, without an end
     */
    Stream<LocalDate> days(LocalDate start);

    /**
     * Every so many days.
     *
     * @param interval how many
     */
    record Daily(int interval) implements WirePattern {
        @Override
        public Stream<LocalDate> days(LocalDate start) {
            return Stream.iterate(start, day -> day.plusDays(interval));
        }
    }

    /**
     * Some days of every so many weeks.
     *
     * @param interval how many
     * @param days the days
     * @param firstDay where weeks begin; Monday if it makes no difference
     */
    record Weekly(int interval, Set<DayOfWeek> days, DayOfWeek firstDay) implements WirePattern {

        private static final int DAYS = 7;

        public Weekly {
            days = Set.copyOf(days);
            firstDay = interval == 1 ? DayOfWeek.MONDAY : firstDay;
        }

        @Override
        public Stream<LocalDate> days(LocalDate start) {
            LocalDate week = start.with(TemporalAdjusters.previousOrSame(firstDay));
            return Stream.iterate(week, next -> next.plusWeeks(interval))
                    .flatMap(next -> IntStream.range(0, DAYS).mapToObj(next::plusDays))
                    .filter(day -> !day.isBefore(start) && days.contains(day.getDayOfWeek()));
        }
    }

    /**
     * A day of every so many months.
     *
     * @param interval how many
     * @param day the day, 1 to 31
     */
    record AbsoluteMonthly(int interval, int day) implements WirePattern {
        @Override
        public Stream<LocalDate> days(LocalDate start) {
            return months(start, interval).map(month -> atDay(month, day)).filter(each -> !each.isBefore(start));
        }
    }

    /**
     * The first, second, third, fourth or last such day of every so many months.
     *
     * @param interval how many
     * @param day the kind of day
     * @param index 1 to 4, or -1 for the last
     */
    record RelativeMonthly(int interval, WireDay day, int index) implements WirePattern {
        @Override
        public Stream<LocalDate> days(LocalDate start) {
            return months(start, interval)
                    .map(month -> relative(month, day, index))
                    .filter(each -> !each.isBefore(start));
        }
    }

    /**
     * A day of every year.
     *
     * @param month the month
     * @param day the day, 1 to 31
     */
    record AbsoluteYearly(Month month, int day) implements WirePattern {
        @Override
        public Stream<LocalDate> days(LocalDate start) {
            return years(start, month).map(each -> atDay(each, day)).filter(each -> !each.isBefore(start));
        }
    }

    /**
     * The first, second, third, fourth or last such day of a month of every year.
     *
     * @param month the month
     * @param day the kind of day
     * @param index 1 to 4, or -1 for the last
     */
    record RelativeYearly(Month month, WireDay day, int index) implements WirePattern {
        @Override
        public Stream<LocalDate> days(LocalDate start) {
            return years(start, month).map(each -> relative(each, day, index)).filter(each -> !each.isBefore(start));
        }
    }

    private static Stream<YearMonth> months(LocalDate start, int interval) {
        return Stream.iterate(YearMonth.from(start), month -> month.plusMonths(interval));
    }

    private static Stream<YearMonth> years(LocalDate start, Month month) {
        return Stream.iterate(YearMonth.of(start.getYear(), month), next -> next.plusYears(1));
    }

    private static LocalDate atDay(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static LocalDate relative(YearMonth month, WireDay day, int index) {
        List<LocalDate> days = month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .filter(each -> day.days().contains(each.getDayOfWeek()))
                .toList();
        return days.get(index == LAST ? days.size() - 1 : index - 1);
    }
}
