package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.WireDay;
import io.github.crosstie.internal.exchange.WirePattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** By what pattern a series is repeated. Where Exchange has a kind of day, Graph has the days of that kind. */
final class PatternJson {

    private static final String TYPE = "type";
    private static final String INTERVAL = "interval";
    private static final String MONTH = "month";
    private static final String DAY_OF_MONTH = "dayOfMonth";
    private static final String DAYS_OF_WEEK = "daysOfWeek";
    private static final String FIRST_DAY_OF_WEEK = "firstDayOfWeek";
    private static final String INDEX = "index";

    private static final List<String> INDEXES = List.of("first", "second", "third", "fourth", "last");
    private static final int MONTHS = 12;

    private PatternJson() {}

    static WirePattern read(JsonNode pattern, LocalDate start) {
        int interval = number(pattern.path(INTERVAL).asInt(0));
        return switch (pattern.path(TYPE).asText("")) {
            case "daily" -> new WirePattern.Daily(interval);
            case "weekly" ->
                new WirePattern.Weekly(
                        interval,
                        days(pattern),
                        day(pattern.path(FIRST_DAY_OF_WEEK).asText("sunday")));
            case "absoluteMonthly" -> new WirePattern.AbsoluteMonthly(interval, dayOfMonth(pattern));
            case "relativeMonthly" -> new WirePattern.RelativeMonthly(interval, kind(pattern), index(pattern));
            case "absoluteYearly" ->
                interval == 1
                        ? new WirePattern.AbsoluteYearly(month(pattern), dayOfMonth(pattern))
                        : new WirePattern.AbsoluteMonthly(months(interval, pattern, start), dayOfMonth(pattern));
            case "relativeYearly" ->
                interval == 1
                        ? new WirePattern.RelativeYearly(month(pattern), kind(pattern), index(pattern))
                        : new WirePattern.RelativeMonthly(
                                months(interval, pattern, start), kind(pattern), index(pattern));
            default -> throw new IllegalArgumentException("recurrence with a pattern that Graph does not have");
        };
    }

    /** Every so many years is every so many months, if the first one is of the month that is named. */
    private static int months(int years, JsonNode pattern, LocalDate start) {
        if (start.getMonth() != month(pattern)) {
            throw new IllegalArgumentException("recurrence every few years that starts in another month");
        }
        return Math.multiplyExact(years, MONTHS);
    }

    static int number(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("recurrence with a number that is less than 1");
        }
        return number;
    }

    private static Set<DayOfWeek> days(JsonNode pattern) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        pattern.path(DAYS_OF_WEEK).forEach(day -> days.add(day(day.asText())));
        if (days.isEmpty()) {
            throw new IllegalArgumentException("recurrence without days of the week");
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static WireDay kind(JsonNode pattern) {
        return WireDay.of(days(pattern))
                .orElseThrow(() -> new IllegalArgumentException("recurrence on days that are no kind of day"));
    }

    private static int dayOfMonth(JsonNode pattern) {
        return number(pattern.path(DAY_OF_MONTH).asInt(0));
    }

    private static Month month(JsonNode pattern) {
        return Month.of(pattern.path(MONTH).asInt(0));
    }

    private static int index(JsonNode pattern) {
        int index = INDEXES.indexOf(pattern.path(INDEX).asText("first"));
        if (index < 0) {
            throw new IllegalArgumentException("recurrence with an index that Graph does not have");
        }
        return index == INDEXES.size() - 1 ? WirePattern.LAST : index + 1;
    }

    static ObjectNode write(WirePattern pattern) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        if (pattern instanceof WirePattern.Daily daily) {
            start(written, "daily", daily.interval());
        } else if (pattern instanceof WirePattern.Weekly weekly) {
            start(written, "weekly", weekly.interval());
            days(written, weekly.days());
            written.put(FIRST_DAY_OF_WEEK, name(weekly.firstDay()));
        } else if (pattern instanceof WirePattern.AbsoluteMonthly monthly) {
            start(written, "absoluteMonthly", monthly.interval()).put(DAY_OF_MONTH, monthly.day());
        } else if (pattern instanceof WirePattern.RelativeMonthly monthly) {
            start(written, "relativeMonthly", monthly.interval());
            kind(written, monthly.day(), monthly.index());
        } else if (pattern instanceof WirePattern.AbsoluteYearly yearly) {
            start(written, "absoluteYearly", 1)
                    .put(DAY_OF_MONTH, yearly.day())
                    .put(MONTH, yearly.month().getValue());
        } else if (pattern instanceof WirePattern.RelativeYearly yearly) {
            start(written, "relativeYearly", 1).put(MONTH, yearly.month().getValue());
            kind(written, yearly.day(), yearly.index());
        }
        return written;
    }

    private static ObjectNode start(ObjectNode written, String type, int interval) {
        return written.put(TYPE, type).put(INTERVAL, interval);
    }

    private static void kind(ObjectNode written, WireDay day, int index) {
        days(written, day.days());
        written.put(INDEX, INDEXES.get(index == WirePattern.LAST ? INDEXES.size() - 1 : index - 1));
    }

    private static void days(ObjectNode written, Collection<DayOfWeek> days) {
        ArrayNode names = written.putArray(DAYS_OF_WEEK);
        days.stream().sorted().forEach(day -> names.add(name(day)));
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
