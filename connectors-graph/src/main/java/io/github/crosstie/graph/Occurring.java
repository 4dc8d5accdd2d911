package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.item.EventMapping;
import io.github.crosstie.graph.operation.Items;
import io.github.crosstie.graph.wire.GraphAnswer;
import io.github.crosstie.graph.wire.GraphCall;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OriginalStart;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings the occurrences of a series to what they are to be: each is an item of its own on the wire. */
final class Occurring {

    private final Mailbox mailbox;
    private final EventMapping mapping;
    private final Items items;

    Occurring(Mailbox mailbox, EventMapping mapping, Items items) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
    }

    /**
     * Writes what is between a series as it is and as it is to be.
     *
     * @param seriesId the series
     * @param is as it is, as far as its occurrences go
     * @param toBe as it is to be
     * @param series as the server told it
     * @return whether there was anything to write
     */
    boolean write(String seriesId, Item is, Item toBe, JsonNode series) throws RefusedException {
        SortedSet<OriginalStart> cancelled = SeriesUpdate.toCancel(is, toBe);
        SortedMap<OriginalStart, Map<Field<?>, @Nullable Object>> changed = SeriesUpdate.toChange(is, toBe);
        SortedSet<OriginalStart> all = new TreeSet<>(cancelled);
        all.addAll(changed.keySet());
        if (all.isEmpty()) {
            return false;
        }
        Map<OriginalStart, JsonNode> occurrences = occurrences(seriesId, toBe, all, series);
        for (OriginalStart start : cancelled) {
            RefusedException.required(mailbox.channel().call(items.delete(id(occurrences, start))));
        }
        for (Map.Entry<OriginalStart, Map<Field<?>, @Nullable Object>> change : changed.entrySet()) {
            String id = id(occurrences, change.getKey());
            ObjectNode body =
                    mapping.updateOccurrence(change.getValue(), whole(toBe, change.getKey()), occurrences.get(change.getKey()));
            if (!body.isEmpty()) {
                RefusedException.required(mailbox.channel().call(items.change(id, body)));
            }
        }
        return true;
    }

    /** An occurrence with what it has from the series. */
    private static Item whole(Item series, OriginalStart start) {
        Item inherited = series.toBuilder()
                .set(EventFields.TIME, Occurrences.of(series).time(start))
                .clear(EventFields.RECURRENCE)
                .clear(EventFields.CANCELLED_OCCURRENCES)
                .clear(EventFields.EXCEPTIONS)
                .build();
        return SeriesUpdate.exceptions(series)
                .get(start)
                .map(exception -> exception.appliedTo(inherited))
                .orElse(inherited);
    }

    private static String id(Map<OriginalStart, JsonNode> occurrences, OriginalStart start) throws RefusedException {
        JsonNode occurrence = occurrences.get(start);
        if (occurrence == null) {
            throw RefusedException.changed();
        }
        return occurrence.path("id").asText("");
    }

    /** Exceptions came along with the series; the others are looked for where the rule has them. */
    private Map<OriginalStart, JsonNode> occurrences(
            String seriesId, Item series, SortedSet<OriginalStart> starts, JsonNode json) throws RefusedException {
        Map<OriginalStart, JsonNode> found = new HashMap<>();
        json.path("exceptionOccurrences")
                .forEach(exception -> mapping.originalStart(exception, series)
                        .filter(starts::contains)
                        .ifPresent(start -> found.put(start, exception)));
        List<GraphCall> calls = new ArrayList<>();
        Occurrences rule = Occurrences.of(series);
        starts.stream().filter(start -> !found.containsKey(start)).forEach(start -> calls.add(call(seriesId, rule, start)));
        for (GraphAnswer answer : Items.all(mailbox.channel(), calls)) {
            RefusedException.required(answer)
                    .body()
                    .path("value")
                    .forEach(occurrence -> mapping.originalStart(occurrence, series)
                            .filter(starts::contains)
                            .ifPresent(start -> found.putIfAbsent(start, occurrence)));
        }
        return found;
    }

    private static GraphCall call(String seriesId, Occurrences rule, OriginalStart start) {
        EventTime time = rule.time(start);
        Instant from;
        Instant to;
        if (time instanceof EventTime.AllDay days) {
            from = days.firstDay().atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
            to = days.endDay().atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
        } else {
            EventTime.Timed timed = (EventTime.Timed) time;
            from = timed.start().toInstant();
            to = timed.end().toInstant();
        }
        return Items.occurrences(seriesId, from.toString(), (to.isAfter(from) ? to : from.plusSeconds(60)).toString());
    }
}
