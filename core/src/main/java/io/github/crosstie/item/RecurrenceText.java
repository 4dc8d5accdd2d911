package io.github.crosstie.item;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes RFC 5545 rules. One instance reads one text. */
final class RecurrenceText {

    /** Parts of a rule, in the order in which they are written. */
    private enum Part {
        FREQ,
        UNTIL,
        COUNT,
        INTERVAL,
        BYMONTH,
        BYMONTHDAY,
        BYDAY,
        BYSETPOS,
        WKST
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,6}");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]{1,2})?([A-Z]{2})");

    private final String text;
    private final Set<Part> seen = EnumSet.noneOf(Part.class);
    private Recurrence.@Nullable Builder rule;
    private int at;

    private RecurrenceText(String text) {
        this.text = text.toUpperCase(Locale.ROOT);
    }

    static String of(Recurrence rule) {
        StringBuilder text = new StringBuilder("FREQ=").append(rule.frequency());
        if (rule.end() instanceof Recurrence.End.UntilDay until) {
            add(text, Part.UNTIL, DAY.format(until.day()));
        } else if (rule.end() instanceof Recurrence.End.UntilMoment until) {
            add(text, Part.UNTIL, MOMENT.format(until.moment().atOffset(ZoneOffset.UTC)));
        } else if (rule.end() instanceof Recurrence.End.Count count) {
            add(text, Part.COUNT, Integer.toString(count.occurrences()));
        }
        if (rule.interval() > 1) {
            add(text, Part.INTERVAL, Integer.toString(rule.interval()));
        }
        addAll(text, Part.BYMONTH, rule.byMonth());
        addAll(text, Part.BYMONTHDAY, rule.byMonthDay());
        addAll(text, Part.BYDAY, rule.byDay());
        addAll(text, Part.BYSETPOS, rule.bySetPosition());
        if (rule.weekStart() != DayOfWeek.MONDAY) {
            add(text, Part.WKST, RecurrenceDay.code(rule.weekStart()));
        }
        return text.toString();
    }

    private static void addAll(StringBuilder text, Part part, Collection<?> values) {
        if (!values.isEmpty()) {
            add(text, part, values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    private static void add(StringBuilder text, Part part, String value) {
        text.append(';').append(part).append('=').append(value);
    }

    static Recurrence parse(String text) {
        return new RecurrenceText(text).parse();
    }

    private Recurrence parse() {
        // The frequency may stand anywhere, and decides what the others mean.
        rule = Recurrence.builder(frequency());
        for (String part : text.split(";", -1)) {
            read(part);
            at += part.length() + 1;
        }
        return rule.build();
    }

    private Recurrence.Frequency frequency() {
        int from = text.startsWith("FREQ=") ? 0 : text.indexOf(";FREQ=") + 1;
        at = from;
        if (!text.startsWith("FREQ=", from)) {
            throw fault("there is no frequency; start with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY,"
                    + " without the name of the property");
        }
        int to = text.indexOf(';', from);
        String value = text.substring(from + "FREQ=".length(), to < 0 ? text.length() : to);
        for (Recurrence.Frequency frequency : Recurrence.Frequency.values()) {
            if (frequency.name().equals(value)) {
                at = 0;
                return frequency;
            }
        }
        throw fault("this frequency is not supported; use DAILY, WEEKLY, MONTHLY or YEARLY");
    }

    private void read(String text) {
        int equals = text.indexOf('=');
        Part part = part(equals < 0 ? text : text.substring(0, equals));
        if (equals < 0 || equals == text.length() - 1) {
            throw fault(part + " has no value; give it one or leave it out");
        }
        if (!seen.add(part)) {
            throw fault(part + " stands there twice; leave one out");
        }
        String value = text.substring(equals + 1);
        switch (part) {
            case FREQ -> {}
            case INTERVAL -> builder().interval(number(part, value));
            case COUNT -> end(part, new Recurrence.End.Count(number(part, value)));
            case UNTIL -> end(part, until(value));
            case BYMONTH -> numbers(part, value, builder()::inMonths);
            case BYMONTHDAY -> numbers(part, value, builder()::onMonthDays);
            case BYSETPOS -> numbers(part, value, builder()::atPositions);
            case BYDAY -> days(value);
            case WKST -> builder().weekStart(day(part, value));
        }
    }

    private Part part(String name) {
        for (Part part : Part.values()) {
            if (part.name().equals(name)) {
                return part;
            }
        }
        throw fault("this part is not supported; use FREQ, UNTIL, COUNT, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS"
                + " and WKST, each as NAME=value, separated by semicolons");
    }

    private Recurrence.Builder builder() {
        return Objects.requireNonNull(rule, "rule");
    }

    private void end(Part part, Recurrence.End end) {
        if (seen.contains(Part.COUNT) && seen.contains(Part.UNTIL)) {
            throw fault(
                    part + " comes beside " + (part == Part.COUNT ? Part.UNTIL : Part.COUNT) + "; use one of the two");
        }
        builder().end(end);
    }

    private Recurrence.End until(String value) {
        try {
            if (value.indexOf('T') < 0) {
                return new Recurrence.End.UntilDay(LocalDate.parse(value, DAY));
            }
            Instant moment = LocalDateTime.parse(value, MOMENT).toInstant(ZoneOffset.UTC);
            return new Recurrence.End.UntilMoment(moment);
        } catch (DateTimeException e) {
            throw fault("UNTIL is no date or moment; write a date such as 20261231, or a moment in UTC such as"
                    + " 20261231T225959Z");
        }
    }

    private void numbers(Part part, String value, Consumer<int[]> add) {
        for (String number : value.split(",", -1)) {
            add.accept(new int[] {number(part, number)});
        }
    }

    private int number(Part part, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw fault(part + " holds something else than a whole number of up to six digits; write digits alone");
        }
        return Integer.parseInt(value);
    }

    private void days(String value) {
        for (String day : value.split(",", -1)) {
            Matcher matcher = WEEKDAY.matcher(day);
            if (!matcher.matches()) {
                throw fault(
                        "BYDAY holds something else than days; write MO, TU, WE, TH, FR, SA or SU, with a number in front"
                                + " if need be");
            }
            String ordinal = matcher.group(1);
            if (ordinal != null && Integer.parseInt(ordinal) == 0) {
                throw fault("BYDAY holds a day with the number 0; leave the number out, or count from 1 or -1");
            }
            builder().on(ordinal == null ? 0 : Integer.parseInt(ordinal), day(Part.BYDAY, matcher.group(2)));
        }
    }

    private DayOfWeek day(Part part, String code) {
        DayOfWeek day = RecurrenceDay.day(code);
        if (day == null) {
            throw fault(part + " holds something else than a day; write MO, TU, WE, TH, FR, SA or SU");
        }
        return day;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("recurrence rule, from character " + (at + 1) + " on: " + what);
    }
}
