package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.internal.mailbox.RecurrenceRule;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six patterns over the three ranges, compared with a library that knows other rules of calendars. */
class RecurrenceRuleTest {

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> INDEXES = List.of("First", "Second", "Third", "Fourth", "Last");
    private static final List<String> MONTHS = List.of("January", "April", "June", "September", "December");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void agreesWithAnotherLibrary(long seed) throws Refusal, InvalidRecurrenceRuleException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 60; i++) {
            Sample sample = sample(random);
            List<LocalDate> dates =
                    RecurrenceRule.of(sample.recurrence()).dates().limit(40).toList();

            assertThat(dates)
                    .as("seed %d, round %d: %s from %s", seed, i, sample.rule(), sample.start())
                    .containsExactlyElementsOf(expected(sample));
        }
    }

    @Test
    void fallsOnTheLastDayOfMonthsThatAreTooShort() throws Refusal {
        Tree monthly = recurrence(
                "<t:AbsoluteMonthlyRecurrence><t:Interval>1</t:Interval><t:DayOfMonth>31</t:DayOfMonth>"
                        + "</t:AbsoluteMonthlyRecurrence>",
                "<t:NumberedRecurrence><t:StartDate>2027-01-01</t:StartDate>"
                        + "<t:NumberOfOccurrences>3</t:NumberOfOccurrences></t:NumberedRecurrence>");

        assertThat(RecurrenceRule.of(monthly).dates())
                .containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31));
    }

    private static List<LocalDate> expected(Sample sample) throws InvalidRecurrenceRuleException {
        LocalDate start = sample.start();
        DateTime from = new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth());
        RecurrenceRuleIterator iterator = new org.dmfs.rfc5545.recur.RecurrenceRule(sample.rule()).iterator(from);
        List<LocalDate> dates = new ArrayList<>();
        while (iterator.hasNext() && dates.size() < 40) {
            DateTime next = iterator.nextDateTime();
            LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (sample.end() != null && date.isAfter(sample.end())) {
                break;
            }
            dates.add(date);
            if (dates.size() == sample.count()) {
                break;
            }
        }
        return dates;
    }

    /** The start always is an occurrence: libraries count one that is not. */
    private static Sample sample(RandomGenerator random) throws Refusal {
        int interval = 1 + random.nextInt(4);
        String every = "<t:Interval>" + interval + "</t:Interval>";
        String day = DAYS.get(random.nextInt(7));
        String index = INDEXES.get(random.nextInt(5));
        int position = INDEXES.indexOf(index) == 4 ? -1 : INDEXES.indexOf(index) + 1;
        String month = MONTHS.get(random.nextInt(MONTHS.size()));
        int number = Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue();
        int dayOfMonth = 1 + random.nextInt(28);
        String kind = random.nextInt(3) > 0
                ? day
                : List.of("Day", "Weekday", "WeekendDay").get(random.nextInt(3));
        String relative = "<t:DaysOfWeek>" + kind + "</t:DaysOfWeek><t:DayOfWeekIndex>" + index + "</t:DayOfWeekIndex>";
        String onDays = ";BYDAY=" + days(kind) + ";BYSETPOS=" + position;
        List<String> several = DAYS.stream()
                .filter(any -> random.nextInt(3) == 0 || any.equals(day))
                .toList();
        String weekStart = DAYS.get(random.nextInt(7));
        return switch (random.nextInt(6)) {
            case 0 -> sample(random, element("DailyRecurrence", every), "FREQ=DAILY;INTERVAL=" + interval);
            case 1 ->
                sample(
                        random,
                        element(
                                "WeeklyRecurrence",
                                every + "<t:DaysOfWeek>" + String.join(" ", several)
                                        + "</t:DaysOfWeek><t:FirstDayOfWeek>" + weekStart + "</t:FirstDayOfWeek>"),
                        "FREQ=WEEKLY;INTERVAL=" + interval + ";WKST=" + days(weekStart) + ";BYDAY="
                                + several.stream().map(RecurrenceRuleTest::days).collect(Collectors.joining(",")));
            case 2 ->
                sample(
                        random,
                        element("AbsoluteMonthlyRecurrence", every + "<t:DayOfMonth>" + dayOfMonth + "</t:DayOfMonth>"),
                        "FREQ=MONTHLY;INTERVAL=" + interval + ";BYMONTHDAY=" + dayOfMonth);
            case 3 ->
                sample(
                        random,
                        element("RelativeMonthlyRecurrence", every + relative),
                        "FREQ=MONTHLY;INTERVAL=" + interval + onDays);
            case 4 ->
                sample(
                        random,
                        element(
                                "AbsoluteYearlyRecurrence",
                                "<t:DayOfMonth>" + dayOfMonth + "</t:DayOfMonth><t:Month>" + month + "</t:Month>"),
                        "FREQ=YEARLY;BYMONTH=" + number + ";BYMONTHDAY=" + dayOfMonth);
            default ->
                sample(
                        random,
                        element("RelativeYearlyRecurrence", relative + "<t:Month>" + month + "</t:Month>"),
                        "FREQ=YEARLY;BYMONTH=" + number + onDays);
        };
    }

    private static Sample sample(RandomGenerator random, String pattern, String rule) throws Refusal {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
        LocalDate start = RecurrenceRule.of(recurrence(pattern, range("NoEndRecurrence", day, "")))
                .dates()
                .findFirst()
                .orElseThrow();
        int count = 1 + random.nextInt(30);
        LocalDate end = start.plusDays(random.nextInt(700));
        return switch (random.nextInt(3)) {
            case 0 -> new Sample(recurrence(pattern, range("NoEndRecurrence", start, "")), rule, start, -1, null);
            case 1 ->
                new Sample(
                        recurrence(
                                pattern,
                                range(
                                        "NumberedRecurrence",
                                        start,
                                        "<t:NumberOfOccurrences>" + count + "</t:NumberOfOccurrences>")),
                        rule,
                        start,
                        count,
                        null);
            default ->
                new Sample(
                        recurrence(pattern, range("EndDateRecurrence", start, "<t:EndDate>" + end + "</t:EndDate>")),
                        rule,
                        start,
                        -1,
                        end);
        };
    }

    private static String days(String kind) {
        return switch (kind) {
            case "Day" -> "MO,TU,WE,TH,FR,SA,SU";
            case "Weekday" -> "MO,TU,WE,TH,FR";
            case "WeekendDay" -> "SA,SU";
            default -> kind.substring(0, 2).toUpperCase(Locale.ROOT);
        };
    }

    private static String element(String name, String content) {
        return "<t:" + name + ">" + content + "</t:" + name + ">";
    }

    private static String range(String name, LocalDate start, String content) {
        return element(name, "<t:StartDate>" + start + "</t:StartDate>" + content);
    }

    private static Tree recurrence(String pattern, String range) {
        return Tree.of("t:Recurrence", TreeReader.fragment(pattern + range));
    }

    private record Sample(
            Tree recurrence,
            String rule,
            LocalDate start,
            int count,
            @Nullable LocalDate end) {}
}
