package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.WireDay;
import io.github.crosstie.internal.exchange.WirePattern;
import io.github.crosstie.internal.exchange.WireRecurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The element {@code t:Recurrence}: a pattern and a range, each in an element of its own. */
final class RecurrenceElement {

    private static final List<String> INDEXES = List.of("First", "Second", "Third", "Fourth", "Last");

    private RecurrenceElement() {}

    /**
     * Reads the element.
     *
     * @param recurrence stands on it
     * @return what it says
     * @throws IllegalArgumentException if it says nothing that a calendar can hold
     */
    static WireRecurrence read(XmlInput recurrence) {
        Map<String, Map<String, String>> parts = new HashMap<>();
        recurrence.children(part -> {
            Map<String, String> values = new HashMap<>();
            part.children(value -> values.put(value.name(), value.text().trim()));
            parts.put(part.name(), values);
        });
        WirePattern pattern = null;
        WireRecurrence.Range range = null;
        LocalDate start = null;
        for (Map.Entry<String, Map<String, String>> part : parts.entrySet()) {
            Map<String, String> values = part.getValue();
            if (part.getKey().endsWith("Recurrence") && values.containsKey("StartDate")) {
                start = WireTime.date(get(values, "StartDate"));
                range = range(part.getKey(), values);
            } else {
                pattern = pattern(part.getKey(), values);
            }
        }
        if (pattern == null || range == null || start == null) {
            throw new IllegalArgumentException("recurrence without a pattern or a range");
        }
        return new WireRecurrence(pattern, start, range);
    }

    private static WireRecurrence.Range range(String name, Map<String, String> values) {
        return switch (name) {
            case "NoEndRecurrence" -> new WireRecurrence.Range.NoEnd();
            case "EndDateRecurrence" -> new WireRecurrence.Range.EndDate(WireTime.date(get(values, "EndDate")));
            case "NumberedRecurrence" -> new WireRecurrence.Range.Numbered(number(values, "NumberOfOccurrences"));
            default -> throw new IllegalArgumentException("recurrence with a range that is none of the schema's");
        };
    }

    private static WirePattern pattern(String name, Map<String, String> values) {
        return switch (name) {
            case "DailyRecurrence" -> new WirePattern.Daily(number(values, "Interval"));
            case "WeeklyRecurrence" ->
                new WirePattern.Weekly(
                        number(values, "Interval"),
                        days(get(values, "DaysOfWeek")),
                        DayOfWeek.valueOf(
                                values.getOrDefault("FirstDayOfWeek", "Sunday").toUpperCase(Locale.ROOT)));
            case "AbsoluteMonthlyRecurrence" ->
                new WirePattern.AbsoluteMonthly(number(values, "Interval"), number(values, "DayOfMonth"));
            case "RelativeMonthlyRecurrence" ->
                new WirePattern.RelativeMonthly(number(values, "Interval"), day(values), index(values));
            case "AbsoluteYearlyRecurrence" ->
                new WirePattern.AbsoluteYearly(month(values), number(values, "DayOfMonth"));
            case "RelativeYearlyRecurrence" ->
                new WirePattern.RelativeYearly(month(values), day(values), index(values));
            default -> throw new IllegalArgumentException("recurrence with a pattern that no calendar has");
        };
    }

    private static String get(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("recurrence without its " + name);
        }
        return value;
    }

    private static int number(Map<String, String> values, String name) {
        int number = Integer.parseInt(get(values, name));
        if (number < 1) {
            throw new IllegalArgumentException("recurrence whose " + name + " is less than 1");
        }
        return number;
    }

    private static Set<DayOfWeek> days(String names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(names.split("\\s+"))
                .forEach(name -> days.addAll(WireDay.named(name).days()));
        return days;
    }

    private static WireDay day(Map<String, String> values) {
        return WireDay.named(get(values, "DaysOfWeek"));
    }

    private static int index(Map<String, String> values) {
        int index = INDEXES.indexOf(get(values, "DayOfWeekIndex"));
        if (index < 0) {
            throw new IllegalArgumentException("recurrence with an index that is none of the schema's");
        }
        return index == INDEXES.size() - 1 ? WirePattern.LAST : index + 1;
    }

    private static Month month(Map<String, String> values) {
        return Month.valueOf(get(values, "Month").toUpperCase(Locale.ROOT));
    }

    /**
     * Writes the element.
     *
     * @param recurrence what it says
     * @param out where to
     */
    static void write(WireRecurrence recurrence, XmlOutput out) {
        out.start(Space.TYPES, "Recurrence");
        writePattern(recurrence.pattern(), out);
        String start = recurrence.start().toString();
        if (recurrence.range() instanceof WireRecurrence.Range.EndDate end) {
            writePart("EndDateRecurrence", out, "StartDate", start, "EndDate", end.day());
        } else if (recurrence.range() instanceof WireRecurrence.Range.Numbered numbered) {
            writePart("NumberedRecurrence", out, "StartDate", start, "NumberOfOccurrences", numbered.occurrences());
        } else {
            writePart("NoEndRecurrence", out, "StartDate", start);
        }
        out.end();
    }

    private static void writePattern(WirePattern pattern, XmlOutput out) {
        if (pattern instanceof WirePattern.Daily daily) {
            writePart("DailyRecurrence", out, "Interval", daily.interval());
        } else if (pattern instanceof WirePattern.Weekly weekly) {
            writeWeekly(weekly, out);
        } else if (pattern instanceof WirePattern.AbsoluteMonthly monthly) {
            writePart("AbsoluteMonthlyRecurrence", out, "Interval", monthly.interval(), "DayOfMonth", monthly.day());
        } else if (pattern instanceof WirePattern.RelativeMonthly monthly) {
            writePart(
                    "RelativeMonthlyRecurrence",
                    out,
                    "Interval",
                    monthly.interval(),
                    "DaysOfWeek",
                    monthly.day().wireName(),
                    "DayOfWeekIndex",
                    name(monthly.index()));
        } else if (pattern instanceof WirePattern.AbsoluteYearly yearly) {
            writePart("AbsoluteYearlyRecurrence", out, "DayOfMonth", yearly.day(), "Month", name(yearly.month()));
        } else if (pattern instanceof WirePattern.RelativeYearly yearly) {
            writePart(
                    "RelativeYearlyRecurrence",
                    out,
                    "DaysOfWeek",
                    yearly.day().wireName(),
                    "DayOfWeekIndex",
                    name(yearly.index()),
                    "Month",
                    name(yearly.month()));
        }
    }

    private static void writeWeekly(WirePattern.Weekly weekly, XmlOutput out) {
        String days = Stream.of(WireDay.values())
                .filter(day -> day.days().size() == 1 && weekly.days().containsAll(day.days()))
                .map(WireDay::wireName)
                .collect(Collectors.joining(" "));
        if (weekly.interval() == 1) {
            // Where weeks begin makes no difference then, and servers of 2007 do not know the element.
            writePart("WeeklyRecurrence", out, "Interval", 1, "DaysOfWeek", days);
            return;
        }
        writePart(
                "WeeklyRecurrence",
                out,
                "Interval",
                weekly.interval(),
                "DaysOfWeek",
                days,
                "FirstDayOfWeek",
                WireDay.of(weekly.firstDay()).wireName());
    }

    private static String name(int index) {
        return INDEXES.get(index == WirePattern.LAST ? INDEXES.size() - 1 : index - 1);
    }

    private static String name(Month month) {
        return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static void writePart(String element, XmlOutput out, Object... namesAndValues) {
        out.start(Space.TYPES, element);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            out.element(Space.TYPES, (String) namesAndValues[at], namesAndValues[at + 1].toString());
        }
        out.end();
    }
}
