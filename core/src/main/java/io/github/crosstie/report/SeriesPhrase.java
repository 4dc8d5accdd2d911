package io.github.crosstie.report;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceDay;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes a series, in words: {@code every 2 weeks on Monday and Friday, 10 times}. */
final class SeriesPhrase {

    private SeriesPhrase() {}

    static String of(Object value) {
        return value instanceof Recurrence rule ? rule(rule) : exceptions((OccurrenceExceptions) value);
    }

    private static String rule(Recurrence rule) {
        return every(rule)
                + listed(" on ", rule.byDay(), SeriesPhrase::day)
                + listed(" on day ", rule.byMonthDay(), SeriesPhrase::number)
                + listed(" in ", rule.byMonth(), SeriesPhrase::month)
                + listed(", of these only ", rule.bySetPosition(), SeriesPhrase::position)
                + (rule.weekStart() == DayOfWeek.MONDAY ? "" : ", weeks starting on " + name(rule.weekStart()))
                + end(rule.end());
    }

    private static String every(Recurrence rule) {
        String unit = switch (rule.frequency()) {
            case DAILY -> "day";
            case WEEKLY -> "week";
            case MONTHLY -> "month";
            case YEARLY -> "year";
        };
        return rule.interval() == 1 ? "every " + unit : "every " + rule.interval() + " " + unit + "s";
    }

    private static String end(Recurrence.End end) {
        if (end instanceof Recurrence.End.Count count) {
            return ", " + count.occurrences() + " times";
        }
        if (end instanceof Recurrence.End.UntilDay until) {
            return ", until " + until.day();
        }
        return end instanceof Recurrence.End.UntilMoment until ? ", until " + until.moment() : "";
    }

    private static String day(RecurrenceDay day) {
        return day.ordinal() == 0 ? name(day.day()) : position(day.ordinal()) + " " + name(day.day());
    }

    private static String number(int day) {
        return day > 0 ? Integer.toString(day) : position(day);
    }

    private static String position(int position) {
        if (position == -1) {
            return "last";
        }
        return position > 0 ? "#" + position : "#" + -position + " from the end";
    }

    private static String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static <T> String listed(String lead, Collection<T> all, Function<T, String> phrase) {
        return all.isEmpty() ? "" : lead + all.stream().map(phrase).collect(Collectors.joining(" and "));
    }

    private static String exceptions(OccurrenceExceptions exceptions) {
        return exceptions.byStart().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + exception(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String exception(OccurrenceException exception) {
        return exception.fields().stream()
                .map(field -> field + " " + value(field, exception))
                .collect(Collectors.joining(", "));
    }

    private static String value(Field<?> field, OccurrenceException exception) {
        @Nullable Object value = exception.changed().value(field);
        return value == null ? "(none)" : Plain.text(value);
    }
}
