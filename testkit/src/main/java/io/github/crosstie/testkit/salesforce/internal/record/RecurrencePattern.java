package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days of a series: an RFC 5545 rule of days, weeks, months or years. It must have an end, as Salesforce offers none without. The first
 * day is one whether the rule names it or not.
 */
final class RecurrencePattern {

    private static final String PREFIX = "RRULE:";
    private static final int MOST = 1_000;
    private static final int MOST_PERIODS = 10_000;
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private enum Part {
        FREQ,
        INTERVAL,
        COUNT,
        UNTIL,
        BYDAY,
        BYMONTHDAY,
        BYMONTH,
        BYSETPOS,
        WKST
    }

    private final Map<Part, String> parts = new EnumMap<>(Part.class);

    private RecurrencePattern() {}

    static RecurrencePattern of(@Nullable String text) {
        RecurrencePattern pattern = new RecurrencePattern();
        if (text == null || !text.startsWith(PREFIX)) {
            throw refusal("a series needs a pattern that begins with RRULE:");
        }
        try {
            for (String part : text.substring(PREFIX.length()).split(";", -1)) {
                String[] halves = part.split("=", 2);
                pattern.parts.put(Part.valueOf(halves[0]), halves[1]);
            }
            if (pattern.parts.containsKey(Part.COUNT) == pattern.parts.containsKey(Part.UNTIL)) {
                throw refusal("a pattern has either COUNT or UNTIL");
            }
            pattern.days(LocalDate.of(2020, 1, 1));
            return pattern;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException e) {
            throw refusal("the pattern is no rule of days, weeks, months or years");
        }
    }

    private static Refusal refusal(String message) {
        return new Refusal("FIELD_INTEGRITY_EXCEPTION", message, "Recurrence2PatternText");
    }

    /** The days, from the first one on. */
    List<LocalDate> days(LocalDate first) {
        String count = parts.get(Part.COUNT);
        int most = count == null ? MOST : Math.min(MOST, Integer.parseInt(count));
        LocalDate last = parts.containsKey(Part.UNTIL)
                ? LocalDate.parse(
                        Objects.requireNonNull(parts.get(Part.UNTIL)).substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.MAX;
        TreeSet<LocalDate> days = new TreeSet<>(List.of(first));
        for (int period = 0; period < MOST_PERIODS && days.size() < most; period++) {
            List<LocalDate> more = positioned(period(first, period));
            more.stream().filter(day -> day.isAfter(first)).forEach(days::add);
            if (!more.isEmpty() && more.get(more.size() - 1).isAfter(last)) {
                break;
            }
        }
        return days.stream().filter(day -> !day.isAfter(last)).limit(most).toList();
    }

    private int interval() {
        return Integer.parseInt(parts.getOrDefault(Part.INTERVAL, "1"));
    }

    private List<LocalDate> period(LocalDate first, int number) {
        long step = (long) number * interval();
        return switch (parts.getOrDefault(Part.FREQ, "").toUpperCase(Locale.ROOT)) {
            case "DAILY" -> filtered(Stream.of(first.plusDays(step)));
            case "WEEKLY" -> week(first, step);
            case "MONTHLY" -> month(YearMonth.from(first).plusMonths(step), first);
            case "YEARLY" -> year(first, first.getYear() + (int) step);
            default -> throw new IllegalArgumentException("no frequency");
        };
    }

    private List<LocalDate> week(LocalDate first, long step) {
        DayOfWeek start = day(parts.getOrDefault(Part.WKST, "MO"));
        LocalDate begin = first.with(TemporalAdjusters.previousOrSame(start)).plusWeeks(step);
        List<DayOfWeek> named = weekdays().isEmpty()
                ? List.of(first.getDayOfWeek())
                : weekdays().stream().map(RecurrencePattern::day).toList();
        return IntStream.range(0, 7)
                .mapToObj(begin::plusDays)
                .filter(day -> named.contains(day.getDayOfWeek()) && inMonth(day))
                .toList();
    }

    private List<LocalDate> month(YearMonth month, LocalDate first) {
        LocalDate begin = month.atDay(1);
        return inRange(begin, month.atEndOfMonth(), first).stream()
                .filter(this::inMonth)
                .toList();
    }

    private List<LocalDate> year(LocalDate first, int year) {
        List<Integer> months = numbers(Part.BYMONTH);
        if (months.isEmpty()
                && !weekdays().isEmpty()
                && numbers(Part.BYMONTHDAY).isEmpty()) {
            return inRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), first);
        }
        List<LocalDate> days = new ArrayList<>();
        for (int month : months.isEmpty() ? List.of(first.getMonthValue()) : months) {
            YearMonth of = YearMonth.of(year, month);
            days.addAll(inRange(of.atDay(1), of.atEndOfMonth(), first));
        }
        return days;
    }

    /** Days of a month or a year: by their number, by weekday, or that of the first day. */
    private List<LocalDate> inRange(LocalDate begin, LocalDate end, LocalDate first) {
        List<Integer> numbers = numbers(Part.BYMONTHDAY);
        List<LocalDate> all = begin.datesUntil(end.plusDays(1)).toList();
        if (numbers.isEmpty() && weekdays().isEmpty()) {
            return all.stream()
                    .filter(day -> day.getDayOfMonth() == first.getDayOfMonth())
                    .toList();
        }
        return all.stream()
                .filter(day -> numbers.isEmpty()
                        || numbers.contains(day.getDayOfMonth())
                        || numbers.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1))
                .filter(day ->
                        weekdays().isEmpty() || weekdays().stream().anyMatch(name -> isNamed(name, day, begin, end)))
                .toList();
    }

    private static boolean isNamed(String name, LocalDate day, LocalDate begin, LocalDate end) {
        if (day.getDayOfWeek() != day(name)) {
            return false;
        }
        String number = name.substring(0, name.length() - 2);
        if (number.isEmpty()) {
            return true;
        }
        int wanted = Integer.parseInt(number);
        return wanted > 0
                ? ChronoUnit.DAYS.between(begin, day) / 7 + 1 == wanted
                : ChronoUnit.DAYS.between(day, end) / 7 + 1 == -wanted;
    }

    private List<LocalDate> filtered(Stream<LocalDate> days) {
        return days.filter(this::inMonth)
                .filter(day ->
                        weekdays().isEmpty() || weekdays().stream().anyMatch(name -> day(name) == day.getDayOfWeek()))
                .toList();
    }

    private boolean inMonth(LocalDate day) {
        List<Integer> months = numbers(Part.BYMONTH);
        return months.isEmpty() || months.contains(day.getMonthValue());
    }

    private List<LocalDate> positioned(List<LocalDate> days) {
        List<Integer> positions = numbers(Part.BYSETPOS);
        return positions.isEmpty()
                ? days
                : IntStream.range(0, days.size())
                        .filter(at -> positions.contains(at + 1) || positions.contains(at - days.size()))
                        .mapToObj(days::get)
                        .toList();
    }

    private List<String> weekdays() {
        String text = parts.get(Part.BYDAY);
        return text == null ? List.of() : List.of(text.split(",", -1));
    }

    private List<Integer> numbers(Part part) {
        String text = parts.get(part);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static DayOfWeek day(String name) {
        int at = DAYS.indexOf(name.substring(name.length() - 2));
        if (at < 0) {
            throw new IllegalArgumentException("no day");
        }
        return DayOfWeek.of(at + 1);
    }
}
