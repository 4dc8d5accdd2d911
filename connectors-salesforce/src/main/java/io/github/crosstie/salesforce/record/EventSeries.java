package io.github.crosstie.salesforce.record;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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
        String text = row.path("Recurrence2PatternText").asText("");
        Recurrence rule = Recurrence.parse(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        Item series =
                single.apply(row).toBuilder().set(EventFields.RECURRENCE, rule).build();
        String named = row.path("Recurrence2PatternTimeZone").asText("");
        if (!row.path("IsAllDayEvent").asBoolean() && !named.isEmpty() && !isOwners(ZoneId.of(named))) {
            throw new IllegalArgumentException(
                    "the series takes place in another time zone than its owner's; tell its zone by userZones");
        }
        return series;
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
        List<JsonNode> rows = new ArrayList<>();
        List<OriginalStart> starts = new ArrayList<>();
        for (JsonNode row : series.path(SeriesRows.OCCURRENCES)) {
            OriginalStart start =
                    OriginalStart.of(single.apply(row).get(EventFields.TIME).orElseThrow());
            // What took place before the rule became another one follows no rule.
            if (slots.containsKey(start) || !row.path("IsRecurrence2Exclusion").asBoolean()) {
                rows.add(row);
                starts.add(start);
            }
        }
        Map<Integer, OriginalStart> placed = Placement.place(slots.keySet(), starts);
        if (placed.size() < rows.size()) {
            throw new IllegalArgumentException("the series has more occurrences than its rule gives; correct its rule");
        }
        SortedMap<OriginalStart, JsonNode> byStart = new TreeMap<>();
        placed.forEach((row, start) -> byStart.put(start, rows.get(row)));
        return byStart;
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
