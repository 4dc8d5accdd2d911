package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The days of a series of the classic kind: every day from the first to the last is asked whether it is one. */
final class ClassicPattern {

    private static final String INTERVAL = "RecurrenceInterval";
    private static final String WEEKDAYS = "RecurrenceDayOfWeekMask";
    private static final String DAY = "RecurrenceDayOfMonth";
    private static final String INSTANCE = "RecurrenceInstance";
    private static final String MONTH = "RecurrenceMonthOfYear";
    private static final List<String> INSTANCES = List.of("First", "Second", "Third", "Fourth");
    private static final Map<String, List<String>> PARTS = Map.of(
            "RecursDaily", List.of(INTERVAL),
            "RecursEveryWeekday", List.of(WEEKDAYS),
            "RecursWeekly", List.of(INTERVAL, WEEKDAYS),
            "RecursMonthly", List.of(INTERVAL, DAY),
            "RecursMonthlyNth", List.of(INTERVAL, INSTANCE, WEEKDAYS),
            "RecursYearly", List.of(DAY, MONTH),
            "RecursYearlyNth", List.of(WEEKDAYS, INSTANCE, MONTH));
    private static final long SUNDAY_BEFORE_EPOCH = -4;

    private final Function<String, @Nullable Object> fields;
    private final String type;

    ClassicPattern(Function<String, @Nullable Object> fields) {
        this.fields = fields;
        type = require(fields);
    }

    /** The type of a pattern that has all of its parts, and no other. */
    static String require(Function<String, @Nullable Object> fields) {
        String type = String.valueOf(fields.apply("RecurrenceType"));
        List<String> parts = PARTS.get(type);
        if (parts == null || fields.apply("RecurrenceEndDateOnly") == null) {
            throw refusal("a recurring event needs a type and an end", "RecurrenceType");
        }
        List.of(INTERVAL, WEEKDAYS, DAY, INSTANCE, MONTH).forEach(part -> {
            if (parts.contains(part) != (fields.apply(part) != null)) {
                throw refusal(type + " takes " + String.join(" and ", parts) + ", and nothing else", part);
            }
        });
        return type;
    }

    private static Refusal refusal(String message, String field) {
        return new Refusal("FIELD_INTEGRITY_EXCEPTION", message, field);
    }

    List<LocalDate> days(LocalDate first) {
        LocalDate last = (LocalDate) fields.apply("RecurrenceEndDateOnly");
        return last == null || last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .filter(day -> isOne(first, day))
                        .toList();
    }

    private boolean isOne(LocalDate first, LocalDate day) {
        return switch (type) {
            case "RecursDaily" -> isTurn(ChronoUnit.DAYS.between(first, day));
            case "RecursEveryWeekday" -> isNamed(day);
            case "RecursWeekly" -> isTurn(week(day) - week(first)) && isNamed(day);
            case "RecursMonthly" -> isTurn(months(first, day)) && day.getDayOfMonth() == number(DAY);
            case "RecursMonthlyNth" -> isTurn(months(first, day)) && isInstance(day);
            case "RecursYearly" -> isMonth(day) && day.getDayOfMonth() == number(DAY);
            default -> isMonth(day) && isInstance(day);
        };
    }

    private boolean isTurn(long periods) {
        return periods % number(INTERVAL) == 0;
    }

    /** Weeks begin on Sundays. */
    private static long week(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() - SUNDAY_BEFORE_EPOCH, 7L);
    }

    private static long months(LocalDate first, LocalDate day) {
        return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
    }

    private boolean isMonth(LocalDate day) {
        String month = String.valueOf(fields.apply(MONTH)).toUpperCase(Locale.ROOT);
        return day.getMonth() == Month.valueOf(month);
    }

    /** Sunday is 1, Monday 2, Tuesday 4. */
    private boolean isNamed(LocalDate day) {
        return (number(WEEKDAYS) & (1L << (day.getDayOfWeek().getValue() % 7))) != 0;
    }

    private boolean isInstance(LocalDate day) {
        List<LocalDate> named = day.withDayOfMonth(1)
                .datesUntil(YearMonth.from(day).atEndOfMonth().plusDays(1))
                .filter(this::isNamed)
                .toList();
        int at = INSTANCES.indexOf(String.valueOf(fields.apply(INSTANCE)));
        return named.indexOf(day) == (at < 0 ? named.size() - 1 : at) && isNamed(day);
    }

    private long number(String field) {
        return fields.apply(field) instanceof Long number ? number : 1;
    }
}
