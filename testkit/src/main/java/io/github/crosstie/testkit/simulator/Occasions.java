package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.MutableClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Events as people of a history see them: single ones and weekly series, at a time or of whole days. What occurrences have of
 * their own is seen as fields of the series, so that it is typed, carried and judged like any other: where two of the occurrences
 * take place, how often the series takes place, and which of some other occurrences are cancelled.
 */
final class Occasions {

    static final Field<String> PLACE_OF_THIRD = Field.text(ItemKind.EVENT, "placeOfThird");
    static final Field<String> PLACE_OF_FOURTH = Field.text(ItemKind.EVENT, "placeOfFourth");

    /** How often it takes place: typed in the CRM alone, as a mailbox forgets occurrences when people change a rule there. */
    static final Field<String> TIMES = Field.text(ItemKind.EVENT, "times");

    static final Field<Set<String>> CANCELLED = Field.textSet(ItemKind.EVENT, "cancelled");

    /** Those of the fields that only series have. */
    static final List<Field<String>> OF_SERIES = List.of(PLACE_OF_THIRD, PLACE_OF_FOURTH, TIMES);

    /** The weeks whose occurrences people cancel. */
    static final List<String> CANCELLABLE = List.of("5", "6", "7");

    private static final Map<Integer, Field<String>> PLACES =
            new TreeMap<>(Map.of(2, PLACE_OF_THIRD, 3, PLACE_OF_FOURTH));
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST =
            MutableClock.START.atZone(ZONE).toLocalDate().plusDays(40);
    private static final LocalDate SINGLE_DAY = FIRST.plusDays(1);
    private static final LocalTime OF_SERIES_AT = LocalTime.of(10, 0);

    /** So often a series takes place at least. */
    private static final int FEWEST = 10;

    private Occasions() {}

    /** A new event of the kind that a number stands for, without its subject. */
    static Item.Builder event(int number) {
        boolean series = number % 2 == 0;
        // No two series of a calendar have their rule and start in common: not all systems could tell their occurrences
        // apart.
        LocalDate first = FIRST.plusDays(number / 4 * 2L);
        Item.Builder event = Item.event();
        if (number % 4 < 2) {
            ZonedDateTime start =
                    first.atTime(series ? OF_SERIES_AT : LocalTime.of(15, 0)).atZone(ZONE);
            event.set(EventFields.TIME, new EventTime.Timed(start, start.plusHours(1)));
        } else {
            LocalDate day = series ? first : SINGLE_DAY;
            event.set(EventFields.TIME, new EventTime.AllDay(day, day.plusDays(1)));
        }
        return series ? event.set(TIMES, Vocabulary.text(0)) : event;
    }

    /** Whether an event is a series, as its time says. */
    static boolean isSeries(Item event) {
        EventTime time = event.get(EventFields.TIME).orElseThrow();
        return time instanceof EventTime.AllDay days
                ? !days.firstDay().equals(SINGLE_DAY)
                : ((EventTime.Timed) time).start().toLocalTime().equals(OF_SERIES_AT);
    }

    /** What people see of an event, or of some of its fields. */
    static Item seen(Item event) {
        Item.Builder seen = Item.event();
        event.values().forEach((field, value) -> seen(field, value).values().forEach(seen::put));
        return seen.build();
    }

    private static Item seen(Field<?> field, Object value) {
        Item.Builder seen = Item.event();
        if (value instanceof Recurrence rule) {
            int times = rule.end() instanceof Recurrence.End.Count count ? count.occurrences() : 0;
            seen.set(TIMES, Vocabulary.text(times - FEWEST));
        } else if (value instanceof CancelledOccurrences cancelled) {
            Set<String> weeks = new TreeSet<>();
            cancelled.starts().forEach(start -> weeks.add(Long.toString(week(start))));
            seen.set(CANCELLED, weeks);
        } else if (value instanceof OccurrenceExceptions exceptions) {
            exceptions.byStart().forEach((start, exception) -> {
                Field<String> place = PLACES.get((int) week(start));
                seen.put(
                        place == null ? PLACE_OF_THIRD : place,
                        place == null
                                ? "of another occurrence"
                                : exception.changed().value(EventFields.LOCATION));
            });
        } else {
            seen.put(field, value);
        }
        return seen.build();
    }

    /** What people see of a field. */
    static Collection<Field<?>> seenAs(Field<?> field) {
        if (field.equals(EventFields.RECURRENCE)) {
            return List.of(TIMES);
        }
        if (field.equals(EventFields.CANCELLED_OCCURRENCES)) {
            return List.of(CANCELLED);
        }
        return field.equals(EventFields.EXCEPTIONS) ? List.copyOf(PLACES.values()) : List.of(field);
    }

    private static long week(OriginalStart start) {
        LocalDate day = start instanceof OriginalStart.OnDay onDay
                ? onDay.day()
                : ((OriginalStart.At) start).moment().withZoneSameInstant(ZONE).toLocalDate();
        return ChronoUnit.WEEKS.between(FIRST, day);
    }

    /** The event that people see so. */
    static Item real(Item seen) {
        Item.Builder real = Item.event();
        seen.values().forEach((field, value) -> {
            if (seenAs(field).contains(field) && !OF_SERIES.contains(field) && !field.equals(CANCELLED)) {
                real.put(field, value);
            }
        });
        if (isSeries(seen)) {
            real.put(EventFields.RECURRENCE, rule(seen));
            real.put(EventFields.CANCELLED_OCCURRENCES, cancelled(seen));
            real.put(EventFields.EXCEPTIONS, exceptions(seen));
        }
        return real.build();
    }

    private static Recurrence rule(Item seen) {
        int more = Vocabulary.number(seen.get(TIMES).orElse(Vocabulary.text(0)));
        return Recurrence.weekly(firstDay(seen).getDayOfWeek()).toBuilder()
                .count(FEWEST + more)
                .build();
    }

    private static LocalDate firstDay(Item event) {
        EventTime time = event.get(EventFields.TIME).orElseThrow();
        return time instanceof EventTime.AllDay days
                ? days.firstDay()
                : ((EventTime.Timed) time).start().withZoneSameInstant(ZONE).toLocalDate();
    }

    private static CancelledOccurrences cancelled(Item seen) {
        return CancelledOccurrences.of(seen.get(CANCELLED).orElse(Set.of()).stream()
                .map(week -> start(seen, Integer.parseInt(week)))
                .toList());
    }

    private static OccurrenceExceptions exceptions(Item seen) {
        OccurrenceExceptions exceptions = OccurrenceExceptions.NONE;
        for (Map.Entry<Integer, Field<String>> place : PLACES.entrySet()) {
            String value = seen.get(place.getValue()).orElse(null);
            if (value != null) {
                exceptions = exceptions.with(
                        start(seen, place.getKey()),
                        OccurrenceException.of(
                                Item.event().set(EventFields.LOCATION, value).build()));
            }
        }
        return exceptions;
    }

    private static OriginalStart start(Item seen, int week) {
        EventTime time = seen.get(EventFields.TIME).orElseThrow();
        return time instanceof EventTime.AllDay days
                ? new OriginalStart.OnDay(days.firstDay().plusWeeks(week))
                : new OriginalStart.At(((EventTime.Timed) time).start().plusWeeks(week));
    }

    /** The field that a person really changes. */
    static Field<?> realField(Field<?> field) {
        if (field.equals(TIMES)) {
            return EventFields.RECURRENCE;
        }
        if (field.equals(CANCELLED)) {
            return EventFields.CANCELLED_OCCURRENCES;
        }
        return PLACES.containsValue(field) ? EventFields.EXCEPTIONS : field;
    }

    /** What an event has in a field once people have changed what they see of it. */
    static @Nullable Object edited(Item event, Field<?> field, @Nullable Object value) {
        Item seen = seen(event).toBuilder().put(field, value).build();
        return real(seen).value(realField(field));
    }

    static boolean isPlace(Field<?> field) {
        return PLACES.containsValue(field);
    }

    /** What a side makes of the place of one occurrence: what it makes of an exception with that place. */
    static @Nullable Object place(Projection projection, Object place) {
        OriginalStart start = new OriginalStart.OnDay(LocalDate.EPOCH);
        Item own = Item.event().put(EventFields.LOCATION, place).build();
        return projection.project(EventFields.EXCEPTIONS, OccurrenceExceptions.of(start, own))
                        instanceof OccurrenceExceptions held
                ? held.get(start)
                        .flatMap(exception -> exception.changed().get(EventFields.LOCATION))
                        .orElse(null)
                : null;
    }
}
