package io.github.crosstie.store.jdbc;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Items with any fields and values, the worst texts among them. */
class RandomItems {

    static final List<String> TEXTS = List.of(
            "Ada",
            "ada ",
            "\"quoted\" \\ '; --",
            "null\u0000character",
            "half a character \uD83D",
            "\uDE00 the other half",
            "whole 😀 e\u0301 漢",
            "line\r\nbreak\u2028",
            "{\"json\": [1]}",
            "x".repeat(5_000));

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "UTC", "Z", "America/St_Johns", "+05:45", "Australia/Lord_Howe");

    final RandomGenerator random;

    RandomItems(RandomGenerator random) {
        this.random = random;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    boolean sometimes() {
        return random.nextInt(3) == 0;
    }

    String text() {
        return oneOf(TEXTS) + random.nextInt(5);
    }

    Field<?> field(ItemKind kind) {
        if (sometimes()) {
            FieldType type = oneOf(FieldType.class);
            return new Field<>(kind, "own" + type.name(), type);
        }
        List<Field<?>> standard =
                new ArrayList<>(kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD);
        standard.addAll(kind == ItemKind.CONTACT ? ContactFields.FURTHER : List.of());
        return oneOf(standard);
    }

    Item item(ItemKind kind) {
        Item.Builder item = Item.builder(kind);
        for (int fields = random.nextInt(6); fields > 0; fields--) {
            Field<?> field = field(kind);
            item.put(field, value(field.type()));
        }
        return item.build();
    }

    Object value(FieldType type) {
        return switch (type) {
            case TEXT -> text();
            case DATE -> day();
            case EVENT_TIME -> time();
            case SENSITIVITY -> oneOf(Sensitivity.class);
            case TEXT_SET -> Collections.unmodifiableSet(new TreeSet<>(Set.of(text(), "always")));
            case RECURRENCE -> rule();
            case CANCELLED_OCCURRENCES -> CancelledOccurrences.of(start(), new OriginalStart.OnDay(day()));
            case OCCURRENCE_EXCEPTIONS -> exceptions();
        };
    }

    private LocalDate day() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000));
    }

    private ZonedDateTime moment() {
        return day().atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000_000))
                .atZone(ZoneId.of(oneOf(ZONES)));
    }

    private EventTime time() {
        if (sometimes()) {
            LocalDate first = day();
            return new EventTime.AllDay(first, first.plusDays(1 + random.nextInt(5)));
        }
        ZonedDateTime start = moment();
        return new EventTime.Timed(start, start.plusMinutes(random.nextInt(600)));
    }

    private OriginalStart start() {
        return sometimes() ? new OriginalStart.OnDay(day()) : new OriginalStart.At(moment());
    }

    private Recurrence rule() {
        Recurrence.Builder rule = Recurrence.builder(
                        oneOf(List.of(Recurrence.Frequency.MONTHLY, Recurrence.Frequency.YEARLY)))
                .interval(1 + random.nextInt(9))
                .on(1 + random.nextInt(4), oneOf(DayOfWeek.class));
        return switch (random.nextInt(4)) {
            case 0 -> rule.count(1 + random.nextInt(99)).build();
            case 1 -> rule.until(day()).build();
            case 2 -> rule.until(moment().toInstant()).build();
            default ->
                Recurrence.builder(Recurrence.Frequency.WEEKLY)
                        .interval(2)
                        .on(oneOf(DayOfWeek.class))
                        .weekStart(oneOf(DayOfWeek.class))
                        .build();
        };
    }

    private OccurrenceExceptions exceptions() {
        Item changed = Item.event().set(EventFields.SUBJECT, text()).build();
        OccurrenceException moved = OccurrenceException.of(
                Item.event().put(EventFields.TIME, time()).build());
        return OccurrenceExceptions.of(start(), changed).with(start(), moved.with(EventFields.LOCATION, null));
    }
}
