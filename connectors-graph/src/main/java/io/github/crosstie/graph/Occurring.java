package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OriginalStart;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @param steps carries the requests out
     * @return whether there was anything to write
     */
    boolean write(String seriesId, Item is, Item toBe, JsonNode series, Steps steps) throws RefusedException {
        SortedSet<OriginalStart> cancelled = SeriesUpdate.toCancel(is, toBe);
        SortedMap<OriginalStart, Map<Field<?>, @Nullable Object>> changed = SeriesUpdate.toChange(is, toBe);
        SortedSet<OriginalStart> all = new TreeSet<>(cancelled);
        all.addAll(changed.keySet());
        if (all.isEmpty()) {
            return false;
        }
        Map<OriginalStart, JsonNode> exceptions = exceptions(toBe, all, series);
        Map<OriginalStart, String> ids = ids(seriesId, toBe, all, exceptions);
        for (OriginalStart start : cancelled) {
            steps.take(items.delete(id(ids, start)));
        }
        for (Map.Entry<OriginalStart, Map<Field<?>, @Nullable Object>> change : changed.entrySet()) {
            String id = id(ids, change.getKey());
            ObjectNode body = mapping.updateOccurrence(change.getValue(), toBe, exceptions.get(change.getKey()));
            if (!body.isEmpty()) {
                steps.take(items.change(id, body));
            }
        }
        return true;
    }

    private static String id(Map<OriginalStart, String> ids, OriginalStart start) throws RefusedException {
        String id = ids.get(start);
        if (id == null) {
            throw RefusedException.changed();
        }
        return id;
    }

    /** Occurrences that have something of their own, which came along with the series. */
    private Map<OriginalStart, JsonNode> exceptions(Item item, Set<OriginalStart> starts, JsonNode series) {
        Map<OriginalStart, JsonNode> exceptions = new HashMap<>();
        series.path("exceptionOccurrences")
                .forEach(exception -> mapping.originalStart(exception, item)
                        .filter(starts::contains)
                        .ifPresent(start -> exceptions.put(start, exception)));
        return exceptions;
    }

    /** The others are looked for where the rule has them. */
    private Map<OriginalStart, String> ids(
            String seriesId, Item series, Set<OriginalStart> starts, Map<OriginalStart, JsonNode> exceptions)
            throws RefusedException {
        Map<OriginalStart, String> ids = new HashMap<>();
        exceptions.forEach(
                (start, exception) -> ids.put(start, exception.path("id").asText("")));
        Occurrences rule = Occurrences.of(series);
        List<GraphCall> calls = starts.stream()
                .filter(start -> !ids.containsKey(start))
                .map(start -> call(seriesId, rule, start))
                .toList();
        for (GraphAnswer answer : Items.all(mailbox.channel(), calls)) {
            for (JsonNode occurrence : RefusedException.required(answer).body().path("value")) {
                mapping.originalStart(occurrence, series)
                        .filter(starts::contains)
                        .ifPresent(start ->
                                ids.putIfAbsent(start, occurrence.path("id").asText("")));
            }
        }
        return ids;
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
