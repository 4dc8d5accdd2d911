package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Recurrence.Frequency;
import io.github.crosstie.item.RecurrenceDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/** The rule of a series of the classic kind, which stands in a column for each of its parts, by its type. */
final class ClassicRule {

    /** What a row must have. */
    static final List<String> COLUMNS = List.of(
            "RecurrenceStartDateTime",
            "RecurrenceEndDateOnly",
            "RecurrenceTimeZoneSidKey",
            "RecurrenceType",
            "RecurrenceInterval",
            "RecurrenceDayOfWeekMask",
            "RecurrenceDayOfMonth",
            "RecurrenceInstance",
            "RecurrenceMonthOfYear");

    private static final List<String> INSTANCES = List.of("First", "Second", "Third", "Fourth");
    private static final int WORKING_DAYS = 62;

    private final JsonNode row;

    private ClassicRule(JsonNode row) {
        this.row = row;
    }

    /**
     * Reads the rule of a series.
     *
     * @throws IllegalArgumentException if it has none that can be understood; the message shows no value
     */
    static Recurrence of(JsonNode row) {
        return new ClassicRule(row).rule();
    }

    private Recurrence rule() {
        Recurrence.Builder rule = switch (row.path("RecurrenceType").asText("")) {
            case "RecursDaily" -> Recurrence.builder(Frequency.DAILY);
            case "RecursEveryWeekday", "RecursWeekly" ->
                Recurrence.builder(Frequency.WEEKLY).on(weekdays()).weekStart(DayOfWeek.SUNDAY);
            case "RecursMonthly" -> Recurrence.builder(Frequency.MONTHLY).onMonthDays(dayOfMonth());
            case "RecursMonthlyNth" -> instance(Recurrence.builder(Frequency.MONTHLY));
            case "RecursYearly" ->
                Recurrence.builder(Frequency.YEARLY).inMonths(month()).onMonthDays(dayOfMonth());
            case "RecursYearlyNth" ->
                instance(Recurrence.builder(Frequency.YEARLY).inMonths(month()));
            default -> throw unknown("type");
        };
        return rule.interval(number("RecurrenceInterval", 1))
                .until(LocalDate.parse(row.path("RecurrenceEndDateOnly").asText()))
                .build();
    }

    /** One weekday has a number; of several together, such as the last working day, a position. */
    private Recurrence.Builder instance(Recurrence.Builder rule) {
        String name = row.path("RecurrenceInstance").asText("");
        int position = name.equals("Last") ? -1 : INSTANCES.indexOf(name) + 1;
        if (position == 0) {
            throw unknown("instance");
        }
        DayOfWeek[] weekdays = weekdays();
        return weekdays.length == 1
                ? rule.on(position, weekdays[0])
                : rule.on(weekdays).atPositions(position);
    }

    /** Sunday is 1, Monday 2, Tuesday 4. */
    private DayOfWeek[] weekdays() {
        int mask = number("RecurrenceDayOfWeekMask", WORKING_DAYS);
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((mask & (1 << (day.getValue() % DayOfWeek.values().length))) != 0) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            throw unknown("days of the week");
        }
        return days.toArray(DayOfWeek[]::new);
    }

    private int dayOfMonth() {
        return number("RecurrenceDayOfMonth", 0);
    }

    private int month() {
        try {
            return Month.valueOf(row.path("RecurrenceMonthOfYear").asText("").toUpperCase(Locale.ROOT))
                    .getValue();
        } catch (IllegalArgumentException e) {
            throw unknown("month");
        }
    }

    private int number(String column, int otherwise) {
        return row.hasNonNull(column) ? row.path(column).asInt() : otherwise;
    }

    private static IllegalArgumentException unknown(String part) {
        return new IllegalArgumentException(
                "the " + part + " of the classic series is none that is known; correct its recurrence in Salesforce");
    }

    /**
     * The day on which a series begins. Its start need not be one that the rule gives, and the API does not say how intervals count
     * from such a one: then its occurrences tell.
     *
     * @param rule its rule
     * @param start the day from which the rule holds
     * @param occurrences the days of the occurrences that there are
     * @return the day; empty if the rule gives none
     */
    static Optional<LocalDate> firstDay(Recurrence rule, LocalDate start, SortedSet<LocalDate> occurrences) {
        LocalDate last = ((Recurrence.End.UntilDay) rule.end()).day();
        if (start.isAfter(last)) {
            return Optional.empty();
        }
        Optional<LocalDate> named = start.datesUntil(last.plusDays(1))
                .filter(day -> isNamed(rule, day))
                .findFirst();
        return rule.interval() == 1 || isNamed(rule, start)
                ? named
                : occurrences.tailSet(start).stream()
                        .filter(day -> isNamed(rule, day))
                        .findFirst()
                        .or(() -> named);
    }

    /** Whether a day is one by its name, whatever the interval. */
    private static boolean isNamed(Recurrence rule, LocalDate day) {
        if (!isByName(rule, day)) {
            return false;
        }
        if (rule.bySetPosition().isEmpty()) {
            return true;
        }
        List<LocalDate> named = day.withDayOfMonth(1)
                .datesUntil(YearMonth.from(day).atEndOfMonth().plusDays(1))
                .filter(other -> isByName(rule, other))
                .toList();
        int at = named.indexOf(day);
        return rule.bySetPosition().contains(at + 1) || rule.bySetPosition().contains(at - named.size());
    }

    private static boolean isByName(Recurrence rule, LocalDate day) {
        return (rule.byMonth().isEmpty() || rule.byMonth().contains(day.getMonthValue()))
                && (rule.byMonthDay().isEmpty() || rule.byMonthDay().contains(day.getDayOfMonth()))
                && (rule.byDay().isEmpty() || rule.byDay().stream().anyMatch(named -> isOf(named, day)));
    }

    private static boolean isOf(RecurrenceDay named, LocalDate day) {
        int week = (day.getDayOfMonth() - 1) / DayOfWeek.values().length + 1;
        int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / DayOfWeek.values().length + 1);
        return named.day() == day.getDayOfWeek()
                && (named.ordinal() == 0 || named.ordinal() == week || named.ordinal() == fromEnd);
    }
}
