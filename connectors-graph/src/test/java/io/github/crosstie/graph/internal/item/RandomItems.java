package io.github.crosstie.graph.internal.item;

import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.RuleReader;
import io.github.crosstie.internal.exchange.WireDay;
import io.github.crosstie.internal.exchange.WirePattern;
import io.github.crosstie.internal.exchange.WireRecurrence;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Sensitivity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Contacts, events and recurrences at random, the awkward ones more often than life has them. */
public final class RandomItems {

    private static final List<String> PIECES = List.of(
            "Ada",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\t",
            "<b>",
            "&amp;",
            "\"",
            "\\",
            "'",
            "ü",
            "漢",
            "😀",
            "\u00A0",
            "\u0001",
            "\uFFFE",
            "\uD800",
            "x".repeat(260),
            "+1 (202) 555",
            "a@b.example",
            "\u0085",
            "\u0092",
            "\u2028");

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/Vienna"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Chatham"),
            ZoneId.of("UTC"),
            ZoneOffset.UTC,
            ZoneId.of("+05:30"));

    private final RandomGenerator random;

    /**
     * Items at random.
     *
     * @param seed the same seed gives the same items
     */
    public RandomItems(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    RandomGenerator random() {
        return random;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance() {
        return random.nextInt(3) > 0;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(4);
        for (int piece = 0; piece < pieces; piece++) {
            text.append(one(PIECES));
        }
        return text.toString();
    }

    private Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        int most = random.nextInt(4);
        for (int text = 0; text < most; text++) {
            texts.add(text());
        }
        return texts;
    }

    private LocalDate date() {
        return one(List.of(
                LocalDate.of(1985, 12, 10),
                LocalDate.of(2000, 2, 29),
                LocalDate.of(1601, 1, 1),
                LocalDate.of(1, 1, 1),
                LocalDate.of(4501, 1, 1),
                LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000))));
    }

    /**
     * A contact.
     *
     * @param fields the fields of which it sets some
     * @return the contact
     */
    public Item contact(Collection<Field<?>> fields) {
        Item.Builder item = Item.builder(ItemKind.CONTACT);
        for (Field<?> field : fields) {
            if (chance()) {
                item.put(field, value(field.type()));
            }
        }
        return item.build();
    }

    Object value(FieldType type) {
        return switch (type) {
            case TEXT -> text();
            case DATE -> date();
            case TEXT_SET -> texts();
            default -> throw new IllegalArgumentException("no contact has a " + type);
        };
    }

    /**
     * An event, single or in a series, without changed or cancelled occurrences.
     *
     * @return the event
     */
    public Item event() {
        Item.Builder item = Item.event();
        if (chance()) {
            item.set(EventFields.SUBJECT, text());
        }
        if (chance()) {
            item.set(EventFields.LOCATION, text());
        }
        if (chance()) {
            item.set(EventFields.BODY, text());
        }
        if (chance()) {
            item.set(EventFields.SENSITIVITY, one(List.of(Sensitivity.values())));
        }
        if (chance()) {
            item.set(EventFields.CATEGORIES, texts());
        }
        if (chance()) {
            return item.set(
                            EventFields.TIME,
                            time(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000)), Duration.ofDays(3)))
                    .build();
        }
        WireRecurrence recurrence = recurrence();
        return item.set(EventFields.TIME, time(recurrence.start(), Duration.ofHours(20)))
                .set(EventFields.RECURRENCE, RuleReader.read(recurrence))
                .build();
    }

    /**
     * A series, some of whose first occurrences are cancelled, moved or changed.
     *
     * @return the series; not every one of them is one that Exchange can hold
     */
    public Item series() {
        Item.Builder item = event().toBuilder();
        WireRecurrence recurrence = recurrence();
        EventTime first = time(recurrence.start(), Duration.ofHours(20));
        item.set(EventFields.TIME, first).set(EventFields.RECURRENCE, RuleReader.read(recurrence));
        CancelledOccurrences cancelled = CancelledOccurrences.NONE;
        SortedMap<OriginalStart, OccurrenceException> exceptions = new TreeMap<>();
        for (LocalDate day : recurrence.days().limit(6).toList()) {
            EventTime time = Occurrences.at(first, day);
            int fate = random.nextInt(4);
            if (fate == 0) {
                cancelled = cancelled.with(OriginalStart.of(time));
            } else if (fate == 1) {
                exceptions.put(OriginalStart.of(time), OccurrenceException.of(exception(time)));
            }
        }
        return item.set(EventFields.CANCELLED_OCCURRENCES, cancelled)
                .set(EventFields.EXCEPTIONS, new OccurrenceExceptions(exceptions))
                .build();
    }

    private Item exception(EventTime time) {
        Item.Builder changed = Item.event().set(EventFields.SUBJECT, "own " + random.nextInt(100));
        if (chance()) {
            changed.set(EventFields.LOCATION, "own " + random.nextInt(100));
        }
        if (chance() && time instanceof EventTime.Timed timed) {
            Duration later = Duration.ofMinutes(random.nextInt(600) - 300);
            changed.set(
                    EventFields.TIME,
                    new EventTime.Timed(timed.start().plus(later), timed.end().plus(later)));
        }
        return changed.build();
    }

    private EventTime time(LocalDate day, Duration most) {
        if (random.nextInt(4) == 0) {
            return new EventTime.AllDay(day, day.plusDays(1 + random.nextInt((int) most.toDays() + 1)));
        }
        ZonedDateTime start = day.atTime(random.nextInt(24), random.nextInt(60)).atZone(one(ZONES));
        Duration length = Duration.ofMillis(random.nextLong(most.toMillis()));
        return new EventTime.Timed(start, start.plus(length).withZoneSameInstant(one(ZONES)));
    }

    /** Six patterns and three ranges, the first occurrence on a day that the pattern gives. */
    WireRecurrence recurrence() {
        WirePattern pattern = pattern();
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
        LocalDate start = pattern.days(from).findFirst().orElseThrow();
        return new WireRecurrence(pattern, start, range(start));
    }

    private WireRecurrence.Range range(LocalDate start) {
        return switch (random.nextInt(3)) {
            case 0 -> new WireRecurrence.Range.NoEnd();
            case 1 -> new WireRecurrence.Range.EndDate(start.plusDays(random.nextInt(3_000)));
            default -> new WireRecurrence.Range.Numbered(1 + random.nextInt(999));
        };
    }

    private WirePattern pattern() {
        int interval = one(List.of(1, 1, 2, 3, 12));
        int day = 1 + random.nextInt(31);
        Month month = one(List.of(Month.values()));
        WireDay kind = one(List.of(WireDay.values()));
        int index = one(List.of(1, 2, 3, 4, -1));
        return switch (random.nextInt(6)) {
            case 0 -> new WirePattern.Daily(interval);
            case 1 -> new WirePattern.Weekly(interval, weekdays(), one(List.of(DayOfWeek.values())));
            case 2 -> new WirePattern.AbsoluteMonthly(interval, day);
            case 3 -> new WirePattern.RelativeMonthly(interval, kind, index);
            case 4 -> new WirePattern.AbsoluteYearly(month, day);
            default -> new WirePattern.RelativeYearly(month, kind, index);
        };
    }

    private Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> days = EnumSet.of(one(List.of(DayOfWeek.values())));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        return days;
    }
}
