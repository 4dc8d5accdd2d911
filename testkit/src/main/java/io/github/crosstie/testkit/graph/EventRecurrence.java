package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When a series takes place, as Graph writes it and as the calendar keeps it. Graph knows weekdays by their names only:
 * what the calendar calls a weekday or any day is a list of names here.
 */
final class EventRecurrence {

    private static final String NO_DATE = "0001-01-01";
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final List<DayOfWeek> FROM_SUNDAY = List.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY);

    private EventRecurrence() {}

    /** Reads a {@code patternedRecurrence} into an element Recurrence. */
    static Tree read(JsonNode recurrence) throws Refusal {
        JsonNode range = recurrence.path("range");
        JsonNode zone = range.path("recurrenceTimeZone");
        if (zone.isTextual()) {
            GraphZones.windows(zone.textValue());
        }
        LocalDate start = date(range, "startDate");
        return Tree.of("t:Recurrence", pattern(recurrence.path("pattern"), start), range(range, start));
    }

    private static Tree pattern(JsonNode pattern, LocalDate start) throws Refusal {
        String element = word(EventWords.PATTERN, pattern.path("type").asText(), "pattern.type");
        int interval = pattern.path("interval").asInt(0);
        if (interval < 1) {
            throw invalid("pattern.interval");
        }
        List<Tree> parts = new ArrayList<>();
        boolean yearly = element.contains("Yearly");
        if (!yearly) {
            parts.add(Tree.of("t:Interval", Integer.toString(interval)));
        } else if (interval > 1) {
            // A calendar keeps what comes every few years by months, which count from the start.
            if (number(pattern, "month", 12) != start.getMonthValue()) {
                throw invalid("pattern.month");
            }
            element = element.replace("Yearly", "Monthly");
            parts.add(Tree.of("t:Interval", Integer.toString(12 * interval)));
        }
        if (element.startsWith("Weekly") || element.startsWith("Relative")) {
            String days = words(days(pattern.path("daysOfWeek")), element.startsWith("Relative"));
            parts.add(Tree.of("t:DaysOfWeek", days));
        }
        if (element.startsWith("Weekly")) {
            parts.add(Tree.of(
                    "t:FirstDayOfWeek", title(day(pattern.path("firstDayOfWeek").asText("sunday")))));
        } else if (element.startsWith("Relative")) {
            String index = pattern.path("index").asText("first");
            parts.add(Tree.of("t:DayOfWeekIndex", word(EventWords.INDEX, index, "pattern.index")));
        } else if (element.startsWith("Absolute")) {
            parts.add(Tree.of("t:DayOfMonth", Integer.toString(number(pattern, "dayOfMonth", 31))));
        }
        if (element.contains("Yearly")) {
            parts.add(Tree.of("t:Month", title(Month.of(number(pattern, "month", 12)))));
        }
        return Tree.of("t:" + element, parts);
    }

    private static Tree range(JsonNode range, LocalDate first) throws Refusal {
        String element = word(EventWords.RANGE, range.path("type").asText(), "range.type");
        Tree start = Tree.of("t:StartDate", first.toString());
        return switch (element) {
            case "EndDateRecurrence" ->
                Tree.of(
                        "t:" + element,
                        start,
                        Tree.of("t:EndDate", date(range, "endDate").toString()));
            case "NumberedRecurrence" ->
                Tree.of(
                        "t:" + element,
                        start,
                        Tree.of("t:NumberOfOccurrences", Integer.toString(number(range, "numberOfOccurrences", 999))));
            default -> Tree.of("t:" + element, start);
        };
    }

    private static String word(EventWords words, String given, String property) throws Refusal {
        String stored = words.stored(given);
        if (stored == null) {
            throw invalid(property);
        }
        return stored;
    }

    private static int number(JsonNode holder, String property, int most) throws Refusal {
        int number = holder.path(property).asInt(0);
        if (number < 1 || number > most) {
            throw invalid(property);
        }
        return number;
    }

    private static LocalDate date(JsonNode range, String property) throws Refusal {
        try {
            return LocalDate.parse(range.path(property).asText());
        } catch (DateTimeException unreadable) {
            throw invalid("range." + property);
        }
    }

    private static Set<DayOfWeek> days(JsonNode names) throws Refusal {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode name : names) {
            days.add(day(name.asText()));
        }
        if (days.isEmpty()) {
            throw invalid("pattern.daysOfWeek");
        }
        return days;
    }

    private static DayOfWeek day(String name) throws Refusal {
        try {
            return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw invalid("pattern.daysOfWeek");
        }
    }

    private static String words(Set<DayOfWeek> days, boolean relative) {
        if (relative && days.equals(ALL)) {
            return "Day";
        }
        if (relative && days.equals(WEEKDAYS)) {
            return "Weekday";
        }
        if (relative && days.equals(WEEKEND)) {
            return "WeekendDay";
        }
        return days.stream().map(EventRecurrence::title).collect(Collectors.joining(" "));
    }

    private static String title(Enum<?> constant) {
        String name = constant.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Refusal invalid(String property) {
        return EventTimes.invalid("The Recurrence property is not valid: " + property + ".");
    }

    /** Writes an element Recurrence. */
    static ObjectNode show(Tree recurrence, String zone) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("pattern", pattern(recurrence.children().get(0)));
        shown.set("range", range(recurrence.children().get(1), zone));
        return shown;
    }

    private static ObjectNode pattern(Tree pattern) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("type", EventWords.PATTERN.shown(pattern.localName()));
        shown.put("interval", number(pattern, "t:Interval", 1));
        String month = pattern.textOf("t:Month");
        shown.put(
                "month",
                month.isEmpty()
                        ? 0
                        : Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue());
        shown.put("dayOfMonth", number(pattern, "t:DayOfMonth", 0));
        Collection<DayOfWeek> days = days(pattern.textOf("t:DaysOfWeek"));
        if (!days.isEmpty()) {
            ArrayNode names = shown.putArray("daysOfWeek");
            days.forEach(day -> names.add(day.name().toLowerCase(Locale.ROOT)));
        }
        String first = pattern.textOf("t:FirstDayOfWeek");
        shown.put("firstDayOfWeek", first.isEmpty() ? "sunday" : first.toLowerCase(Locale.ROOT));
        shown.put("index", EventWords.INDEX.shown(pattern.textOf("t:DayOfWeekIndex")));
        return shown;
    }

    private static Collection<DayOfWeek> days(String words) {
        Set<DayOfWeek> days = new TreeSet<>(Comparator.comparingInt(FROM_SUNDAY::indexOf));
        for (String word : words.strip().split("\\s+", -1)) {
            switch (word) {
                case "" -> {}
                case "Day" -> days.addAll(ALL);
                case "Weekday" -> days.addAll(WEEKDAYS);
                case "WeekendDay" -> days.addAll(WEEKEND);
                default -> days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return days;
    }

    private static ObjectNode range(Tree range, String zone) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("type", EventWords.RANGE.shown(range.localName()));
        shown.put("startDate", day(range, "t:StartDate"));
        shown.put("endDate", day(range, "t:EndDate"));
        shown.put("recurrenceTimeZone", zone);
        shown.put("numberOfOccurrences", number(range, "t:NumberOfOccurrences", 0));
        return shown;
    }

    private static String day(Tree range, String child) {
        String text = range.textOf(child);
        return text.isEmpty() ? NO_DATE : text.substring(0, NO_DATE.length());
    }

    private static int number(Tree holder, String child, int otherwise) {
        String text = holder.textOf(child);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
