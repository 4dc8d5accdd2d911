package io.github.crosstie.testkit.internal.mailbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a series takes place: one of six patterns over one of three ranges, as Outlook counts them. A day of the month
 * that a month lacks is its last one.
 */
public final class RecurrenceRule {

    /** No calendar shows what is later. */
    private static final LocalDate END_OF_TIME = LocalDate.of(4500, 8, 31);

    private static final Pattern WORDS = Pattern.compile("\\s+");

    private static final int MOST_OCCURRENCES = 999;

    private final Tree pattern;
    private final LocalDate start;
    private final LocalDate end;
    private final int count;

    private RecurrenceRule(Tree pattern, LocalDate start, LocalDate end, int count) {
        this.pattern = pattern;
        this.start = start;
        this.end = end;
        this.count = count;
    }

    /** Reads a Recurrence element. */
    public static RecurrenceRule of(Tree recurrence) throws Refusal {
        if (recurrence.children().size() != 2) {
            throw invalid("A recurrence has one pattern and one range.");
        }
        Tree range = recurrence.children().get(1);
        LocalDate start = Times.date(range.textOf("t:StartDate"));
        try {
            RecurrenceRule rule = switch (range.localName()) {
                case "EndDateRecurrence" ->
                    new RecurrenceRule(
                            recurrence.children().get(0),
                            start,
                            Times.date(range.textOf("t:EndDate")),
                            Integer.MAX_VALUE);
                case "NumberedRecurrence" ->
                    new RecurrenceRule(
                            recurrence.children().get(0),
                            start,
                            END_OF_TIME,
                            Integer.parseInt(range.textOf("t:NumberOfOccurrences")));
                default -> new RecurrenceRule(recurrence.children().get(0), start, END_OF_TIME, Integer.MAX_VALUE);
            };
            rule.check();
            return rule;
        } catch (IllegalArgumentException unreadable) {
            throw invalid("The recurrence cannot be read.");
        }
    }

    private void check() throws Refusal {
        if (count < 1 || (count > MOST_OCCURRENCES && count != Integer.MAX_VALUE)) {
            throw invalid("A series has 1 to 999 occurrences.");
        }
        if (interval() < 1 || interval() > 999) {
            throw invalid("The interval of a recurrence is 1 to 999.");
        }
        if (end.isBefore(start)) {
            throw new Refusal("ErrorRecurrenceEndDateTooBig", "The end of the recurrence is before its start.");
        }
        if (dates().findFirst().isEmpty()) {
            throw new Refusal("ErrorRecurrenceHasNoOccurrence", "The recurrence has no occurrence.");
        }
    }

    public boolean endless() {
        return count == Integer.MAX_VALUE && end.equals(END_OF_TIME);
    }

    /** The dates, in their order; the stream of an endless series ends when time does. */
    public Stream<LocalDate> dates() {
        IntFunction<List<LocalDate>> period = period();
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(period)
                .flatMap(List::stream)
                .filter(date -> !date.isBefore(start))
                .takeWhile(date -> !date.isAfter(end))
                .limit(count);
    }

    /** The dates of the n-th period, a day, week, month or year. */
    private IntFunction<List<LocalDate>> period() {
        int interval = interval();
        return switch (pattern.localName()) {
            case "DailyRecurrence" -> i -> List.of(start.plusDays((long) i * interval));
            case "WeeklyRecurrence" -> weekly(interval);
            case "AbsoluteMonthlyRecurrence" -> i -> List.of(dayOf(month(i * interval)));
            case "RelativeMonthlyRecurrence" -> i -> relative(month(i * interval));
            case "AbsoluteYearlyRecurrence" -> i -> List.of(dayOf(yearly(i)));
            case "RelativeYearlyRecurrence" -> i -> relative(yearly(i));
            default -> throw new IllegalArgumentException("no pattern of calendars: " + pattern.localName());
        };
    }

    private IntFunction<List<LocalDate>> weekly(int interval) {
        String first = pattern.textOf("t:FirstDayOfWeek");
        DayOfWeek weekStart = first.isEmpty() ? DayOfWeek.SUNDAY : day(first);
        LocalDate week = start.with(TemporalAdjusters.previousOrSame(weekStart));
        Set<DayOfWeek> days = days(pattern.textOf("t:DaysOfWeek"));
        return i -> week.plusWeeks((long) i * interval)
                .datesUntil(week.plusWeeks((long) i * interval).plusWeeks(1))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .toList();
    }

    private YearMonth month(int months) {
        return YearMonth.from(start).plusMonths(months);
    }

    private YearMonth yearly(int years) {
        return YearMonth.of(
                start.getYear() + years, Month.valueOf(pattern.textOf("t:Month").toUpperCase(Locale.ROOT)));
    }

    private LocalDate dayOf(YearMonth month) {
        int day = Integer.parseInt(pattern.textOf("t:DayOfMonth"));
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private List<LocalDate> relative(YearMonth month) {
        Set<DayOfWeek> days = days(pattern.textOf("t:DaysOfWeek"));
        List<LocalDate> matches = new ArrayList<>(month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .toList());
        int index = List.of("First", "Second", "Third", "Fourth", "Last").indexOf(pattern.textOf("t:DayOfWeekIndex"));
        if (index < 0) {
            throw new IllegalArgumentException("no index of a weekday");
        }
        return List.of(matches.get(index == 4 ? matches.size() - 1 : index));
    }

    private int interval() {
        String interval = pattern.textOf("t:Interval");
        return interval.isEmpty() ? 1 : Integer.parseInt(interval);
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : WORDS.split(text.strip(), -1)) {
            switch (word) {
                case "Day" -> days.addAll(EnumSet.allOf(DayOfWeek.class));
                case "Weekday" -> days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
                case "WeekendDay" -> days.addAll(EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
                default -> days.add(day(word));
            }
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Refusal invalid(String text) {
        return new Refusal("ErrorCalendarInvalidRecurrence", text);
    }

    /** How many days lie between the two occurrences that are closest, among the first ones. */
    public long shortestGap() {
        List<LocalDate> first = dates().limit(60).toList();
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < first.size(); i++) {
            shortest = Math.min(shortest, ChronoUnit.DAYS.between(first.get(i - 1), first.get(i)));
        }
        return shortest;
    }
}
