package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A series as one event: what the rows of its occurrences have of their own are its exceptions, and where none is, it is cancelled. */
final class EventSeries {

    /** Longer ones are left alone. */
    static final int MOST_OCCURRENCES = 1_000;

    private static final String PREFIX = "RRULE:";
    private static final int HORIZON_YEARS = 100;

    private final RecurrenceExpander expander;
    private final ZoneId zone;
    private final Function<JsonNode, Item> single;

    /**
     * Series of one owner.
     *
     * @param expander knows when they take place
     * @param zone the owner's time zone
     * @param single reads a row as if it were a single event
     */
    EventSeries(RecurrenceExpander expander, ZoneId zone, Function<JsonNode, Item> single) {
        this.expander = expander;
        this.zone = zone;
        this.single = single;
    }

    /** How a rule is written. */
    static String pattern(Recurrence rule) {
        return PREFIX + rule;
    }

    Item read(JsonNode row) {
        Item series = head(row);
        SortedMap<OriginalStart, EventTime> slots = slots(series);
        SortedMap<OriginalStart, JsonNode> rows = rows(row);
        if (rows.isEmpty()) {
            // Read as cancelled, they would be taken out of the mailbox one by one, past every guard against deletions.
            throw new IllegalArgumentException(
                    "no occurrence of the series is there: Salesforce makes them still, or they lie in the recycle bin;"
                            + " restore them there");
        }
        OccurrenceExceptions exceptions = OccurrenceExceptions.NONE;
        List<OriginalStart> cancelled = new ArrayList<>();
        for (Map.Entry<OriginalStart, EventTime> slot : slots.entrySet()) {
            JsonNode occurrence = rows.get(slot.getKey());
            if (occurrence == null) {
                cancelled.add(slot.getKey());
            } else {
                exceptions = exceptions.with(slot.getKey(), own(series, slot.getValue(), single.apply(occurrence)));
            }
        }
        return series.toBuilder()
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(cancelled))
                .set(EventFields.EXCEPTIONS, exceptions)
                .build();
    }

    /** The series without what its occurrences have of their own. */
    Item head(JsonNode row) {
        if (row.path(SeriesRows.AMBIGUOUS).asBoolean()) {
            throw new IllegalArgumentException(
                    "another series of the same owner has the same rule and start, and Salesforce does not tell whose an"
                            + " occurrence is; give one of them another time");
        }
        if (!row.path(SeriesRows.OCCURRENCES).isArray()) {
            throw new IllegalArgumentException("the occurrences of the series were not read with it");
        }
        boolean isClassic = SeriesKey.isClassic(row);
        requireOwnersZone(row, isClassic ? "RecurrenceTimeZoneSidKey" : "Recurrence2PatternTimeZone");
        if (isClassic) {
            return classicHead(row);
        }
        String text = row.path("Recurrence2PatternText").asText("");
        Recurrence rule = Recurrence.parse(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        return single.apply(row).toBuilder().set(EventFields.RECURRENCE, rule).build();
    }

    private void requireOwnersZone(JsonNode row, String column) {
        String named = row.path(column).asText("");
        if (!row.path("IsAllDayEvent").asBoolean()
                && row.hasNonNull(column)
                && !named.isEmpty()
                && !isOwners(ZoneId.of(named))) {
            throw new IllegalArgumentException(
                    "the series takes place in another time zone than its owner's; tell its zone by userZones");
        }
    }

    /** The rule of a classic series begins some day; the series on the first day that the rule gives from then on. */
    private Item classicHead(JsonNode row) {
        Recurrence rule = ClassicRule.of(row);
        Item series = single.apply(row);
        EventTime time = series.get(EventFields.TIME).orElseThrow();
        SortedSet<LocalDate> days = new TreeSet<>();
        row.path(SeriesRows.OCCURRENCES).forEach(occurrence -> days.add(day(time(occurrence))));
        LocalDate first = ClassicRule.firstDay(rule, day(begun(row)), days).orElseThrow(EventSeries::dayless);
        return series.toBuilder()
                .set(EventFields.RECURRENCE, rule)
                .set(EventFields.TIME, onDay(time, first))
                .build();
    }

    private static IllegalArgumentException dayless() {
        return new IllegalArgumentException("the rule of the series gives no day; correct it");
    }

    private EventTime begun(JsonNode row) {
        if (!row.hasNonNull("RecurrenceStartDateTime")) {
            return time(row);
        }
        ObjectNode begun = row.deepCopy();
        begun.set("StartDateTime", row.path("RecurrenceStartDateTime"));
        begun.set("EndDateTime", row.path("RecurrenceStartDateTime"));
        return time(begun);
    }

    private EventTime time(JsonNode row) {
        return single.apply(row).get(EventFields.TIME).orElseThrow();
    }

    /** The day on which it begins. */
    static LocalDate day(EventTime time) {
        return time instanceof EventTime.AllDay days
                ? days.firstDay()
                : ((EventTime.Timed) time).start().toLocalDate();
    }

    /** The same hours, or as many days, from another day on. */
    private static EventTime onDay(EventTime time, LocalDate first) {
        if (time instanceof EventTime.AllDay days) {
            return new EventTime.AllDay(first, first.plusDays(days.firstDay().until(days.endDay(), ChronoUnit.DAYS)));
        }
        EventTime.Timed timed = (EventTime.Timed) time;
        ZonedDateTime start = timed.start().with(first);
        return new EventTime.Timed(start, start.plus(Duration.between(timed.start(), timed.end())));
    }

    /** Whether the clocks of a zone are the owner's. */
    boolean isOwners(ZoneId other) {
        return other.equals(zone) || other.getRules().equals(zone.getRules());
    }

    /** When the occurrences of a series take place by its rule. */
    SortedMap<OriginalStart, EventTime> slots(Item series) {
        EventTime first = series.get(EventFields.TIME).orElseThrow();
        ZonedDateTime from = first instanceof EventTime.AllDay days
                ? days.firstDay().atStartOfDay(ZoneOffset.UTC)
                : ((EventTime.Timed) first).start();
        Recurrence rule = series.get(EventFields.RECURRENCE).orElseThrow();
        Expansion expansion =
                expander.expand(first, rule, from.minusDays(1), from.plusYears(HORIZON_YEARS), MOST_OCCURRENCES);
        if (!expansion.complete()) {
            throw new IllegalArgumentException("the series has more than " + MOST_OCCURRENCES
                    + " occurrences, or nobody here knows when they are; shorten it, and pass recurrences(...)");
        }
        SortedMap<OriginalStart, EventTime> slots = new TreeMap<>();
        expansion.occurrences().forEach(time -> slots.put(OriginalStart.of(time), time));
        return slots;
    }

    /** The row of each occurrence that takes place. */
    SortedMap<OriginalStart, JsonNode> rows(JsonNode series) {
        SortedMap<OriginalStart, EventTime> slots = slots(head(series));
        if (slots.isEmpty()) {
            throw dayless();
        }
        List<JsonNode> rows = ofItsRule(series.path(SeriesRows.OCCURRENCES), slots);
        List<OriginalStart> starts = rows.stream().map(this::start).toList();
        Map<Integer, OriginalStart> placed = Placement.place(slots.keySet(), starts);
        if (placed.size() < rows.size()) {
            throw new IllegalArgumentException("the series has more occurrences than its rule gives; correct its rule");
        }
        SortedMap<OriginalStart, JsonNode> byStart = new TreeMap<>();
        placed.forEach((row, start) -> byStart.put(start, rows.get(row)));
        return byStart;
    }

    /** What took place before the rule became another one follows no rule: left out are the rows of that. */
    private List<JsonNode> ofItsRule(JsonNode occurrences, SortedMap<OriginalStart, EventTime> slots) {
        List<JsonNode> all = new ArrayList<>();
        occurrences.forEach(all::add);
        // Another rule makes those to come anew, so that what is older, and before its first one, is of the one before.
        Optional<Instant> made = all.stream()
                .filter(row -> slots.containsKey(start(row)))
                .flatMap(row -> createdAt(row).stream())
                .min(Comparator.naturalOrder());
        return all.stream()
                .filter(row -> slots.containsKey(start(row))
                        || !(SeriesKey.isClassic(row)
                                ? start(row).compareTo(slots.firstKey()) < 0 && isBefore(createdAt(row), made)
                                : row.path("IsRecurrence2Exclusion").asBoolean()))
                .toList();
    }

    private static Optional<Instant> createdAt(JsonNode row) {
        return Optional.ofNullable(RowReader.stamp(row, "CreatedDate"));
    }

    private static boolean isBefore(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    private OriginalStart start(JsonNode row) {
        return OriginalStart.of(time(row));
    }

    /** In what an occurrence differs from how the series has it. */
    private static OccurrenceException own(Item series, EventTime time, Item occurrence) {
        Item usual = OccurrenceException.of(
                        Item.event().set(EventFields.TIME, time).build())
                .appliedTo(series);
        OccurrenceException own = OccurrenceException.of(Item.event().build());
        for (Field<?> field : differing(usual, occurrence)) {
            own = own.with(field, occurrence.value(field));
        }
        return own;
    }

    /** The fields in which two events differ. */
    static List<Field<?>> differing(Item one, Item other) {
        List<Field<?>> fields = new ArrayList<>(one.values().keySet());
        other.values().keySet().stream()
                .filter(field -> one.value(field) == null)
                .forEach(fields::add);
        fields.removeIf(field -> Objects.equals(one.value(field), other.value(field)));
        return fields;
    }
}
