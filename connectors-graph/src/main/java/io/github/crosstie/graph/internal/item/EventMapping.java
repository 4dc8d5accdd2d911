package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesCheck;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events. What the occurrences of a series have of their own is read with the series and written occurrence by
 * occurrence.
 */
public final class EventMapping implements ItemMapping {

    private static final String RECURRENCE = "recurrence";
    private static final String EXCEPTIONS = "exceptionOccurrences";

    private static final List<ExtendedProperty> EXTENDED =
            List.of(ExtendedProperty.TAG, ExtendedProperty.RULE, ExtendedProperty.PARENT);

    private final WindowsZones zones;
    private final GraphTimes times;
    private final SeriesCheck check;
    private final SortedSet<Field<?>> fields = Collections.unmodifiableSortedSet(new TreeSet<>(EventFields.STANDARD));

    /**
     * A mapping.
     *
     * @param zones the table of zones
     * @param userZone the zone in which the mailbox's user lives: all-day events are from midnight to midnight there
     */
    public EventMapping(WindowsZones zones, ZoneId userZone) {
        this.zones = zones;
        this.times = new GraphTimes(zones, userZone);
        this.check = new SeriesCheck(zones);
    }

    @Override
    public SortedSet<Field<?>> fields() {
        return fields;
    }

    @Override
    public GraphCall asking(GraphCall reading) {
        return asked(reading, EXCEPTIONS + "," + ExtendedProperty.expand(EXTENDED));
    }

    /**
     * Asks for occurrences of a series.
     *
     * @param listing a call that lists them
     * @return the same with what to select, and in which zone and type of body
     */
    public GraphCall askingOccurrences(GraphCall listing) {
        return asked(listing, ExtendedProperty.expand(EXTENDED));
    }

    private static GraphCall asked(GraphCall reading, String expand) {
        String select = Stream.of(
                        ItemReading.SELECTED.stream(), EventReading.SELECTED.stream(), EventProperties.ALL.selected())
                .flatMap(names -> names)
                .collect(Collectors.joining(","));
        return reading.query("$select", select)
                .query("$expand", expand)
                .preferring("outlook.timezone=\"UTC\"")
                .preferring("outlook.body-content-type=\"text\"");
    }

    @Override
    public ItemRecord read(JsonNode event) {
        ItemRecord read = EventReading.read(event, zones);
        if (read.item().get(EventFields.RECURRENCE).isEmpty()) {
            return read;
        }
        return event.has(EXCEPTIONS)
                ? ExceptionReading.whole(read, event.path(EXCEPTIONS), zones)
                : ExceptionReading.untold(read);
    }

    /**
     * Reads a series whose exceptions were asked for apart.
     *
     * @param series the series, read by a call of {@link #asking}
     * @param occurrences occurrences of it, read by a call of {@link #askingOccurrences}; all that have something of
     *     their own must be among them
     * @return the series
     */
    public ItemRecord read(JsonNode series, List<JsonNode> occurrences) {
        return ExceptionReading.whole(EventReading.read(series, zones), occurrences, zones);
    }

    @Override
    public ObjectNode create(Item item, Stamp stamp) {
        EventTime time = item.get(EventFields.TIME)
                .orElseThrow(() -> new IllegalArgumentException("an event without a time; give it one"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        EventProperties.ALL.write(item, body);
        times.write(time, body);
        ExtendedProperty.TAG.put(body, stamp.text());
        if (item.get(EventFields.RECURRENCE).isPresent()) {
            recurrence(item, body);
        }
        return body;
    }

    /**
     * Which occurrence of a series it is.
     *
     * @param occurrence an occurrence as it is listed, with its type and original start
     * @param series the series
     * @return when the rule has it start; empty if the server does not say
     */
    public Optional<OriginalStart> originalStart(JsonNode occurrence, Item series) {
        return series.get(EventFields.TIME).flatMap(first -> ExceptionReading.originalStart(occurrence, first, zones));
    }

    /**
     * Puts a stamp on an event that is there.
     *
     * @param stamp the stamp
     * @return the body of the request, which says nothing else
     */
    public ObjectNode stamped(Stamp stamp) {
        return ExtendedProperty.TAG.put(JsonNodeFactory.instance.objectNode(), stamp.text());
    }

    private void recurrence(Item series, ObjectNode body) {
        String zone = times.zone(series.get(EventFields.TIME).orElseThrow());
        body.set(RECURRENCE, RecurrenceJson.write(Occurrences.of(series).recurrence(), zone));
        ExtendedProperty.RULE.put(
                body, series.get(EventFields.RECURRENCE).orElseThrow().toString());
    }

    @Override
    public boolean needsBefore(Collection<Field<?>> changed) {
        return EventProperties.ALL.needBefore(changed)
                || changed.stream()
                        .anyMatch(field ->
                                field.equals(EventFields.TIME) || field.type().makesSeries());
    }

    @Override
    public ObjectNode update(Map<Field<?>, @Nullable Object> changed, Item after, @Nullable JsonNode before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        EventProperties.ALL.update(changed, after, before, body);
        boolean moved = changed.containsKey(EventFields.TIME);
        if (moved) {
            after.get(EventFields.TIME).ifPresent(time -> times.write(time, body));
        }
        if (moved || changed.containsKey(EventFields.RECURRENCE)) {
            if (after.get(EventFields.RECURRENCE).isPresent()) {
                recurrence(after, body);
            } else if (changed.containsKey(EventFields.RECURRENCE)) {
                body.putNull(RECURRENCE);
                ExtendedProperty.RULE.put(body, "");
            }
        }
        return body;
    }

    /**
     * The changes of one occurrence of a series.
     *
     * @param changed the changed fields; null clears one
     * @param series the series
     * @param before the occurrence as it was read just before; null if it has nothing of its own
     * @return the body of the request; empty if the occurrence holds none of the fields
     */
    public ObjectNode updateOccurrence(
            Map<Field<?>, @Nullable Object> changed, Item series, @Nullable JsonNode before) {
        Item.Builder after = before == null ? series.toBuilder() : EventReading.read(before, zones).item().toBuilder();
        changed.forEach(after::put);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        EventProperties.ALL.update(changed, after.build(), before, body);
        if (changed.get(EventFields.TIME) instanceof EventTime time) {
            times.write(time, body);
        }
        return body;
    }

    @Override
    public Optional<String> cannotChange(Map<Field<?>, @Nullable Object> changed, ItemRecord before, JsonNode item) {
        Optional<String> reason = Unchangeable.reason(changed.keySet(), item);
        return reason.isEmpty()
                        && changed.containsKey(EventFields.EXCEPTIONS)
                        && before.item().get(EventFields.RECURRENCE).isPresent()
                ? cannotChangeOccurrences(changed, before, item)
                : reason;
    }

    /** An occurrence with nothing of its own yet is as its series is. */
    private Optional<String> cannotChangeOccurrences(
            Map<Field<?>, @Nullable Object> changed, ItemRecord before, JsonNode series) {
        Item after = SeriesUpdate.after(before.item(), changed);
        if (after.get(EventFields.RECURRENCE).isEmpty()) {
            return Optional.empty();
        }
        Map<OriginalStart, JsonNode> exceptions = new HashMap<>();
        series.path(EXCEPTIONS)
                .forEach(exception ->
                        originalStart(exception, before.item()).ifPresent(start -> exceptions.put(start, exception)));
        return SeriesUpdate.toChange(before.item(), after).entrySet().stream()
                .flatMap(change ->
                        Unchangeable.reason(
                                change.getValue().keySet(), exceptions.getOrDefault(change.getKey(), series))
                                .stream())
                .findFirst();
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        ItemProperty property = EventProperties.ALL.of(field);
        if (property != null) {
            return property.project(field, value);
        }
        if (value instanceof EventTime time) {
            return times.held(time);
        }
        return value instanceof OccurrenceExceptions exceptions
                ? SeriesUpdate.projected(exceptions, this::project)
                : value;
    }

    @Override
    public Optional<String> cannotExpress(Item item) {
        boolean comesAgain = item.get(EventFields.RECURRENCE).isPresent()
                && item.value(EventFields.TIME) instanceof EventTime.Timed timed
                && GraphTimes.comesAgain(timed.start());
        return comesAgain
                ? Optional.of(
                        "the series starts in the second of two hours that the clocks show alike, which Microsoft Graph"
                                + " cannot say; start it an hour earlier or later")
                : check.cannotExpress(item);
    }
}
