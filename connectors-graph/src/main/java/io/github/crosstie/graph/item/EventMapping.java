package io.github.crosstie.graph.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.wire.GraphCall;
import io.github.crosstie.internal.exchange.EventTimes;
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
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
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
    private final EventTimes times;
    private final SeriesCheck check;
    private final SortedSet<Field<?>> fields = Collections.unmodifiableSortedSet(new TreeSet<>(EventFields.ALL));

    /**
     * A mapping.
     *
     * @param zones the table of zones
     * @param userZone the zone in which the mailbox's user lives: all-day events are from midnight to midnight there
     */
    public EventMapping(WindowsZones zones, ZoneId userZone) {
        this.zones = zones;
        this.times = new EventTimes(zones, userZone);
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
        time(time, body);
        ExtendedProperty.TAG.put(body, stamp.text());
        if (item.get(EventFields.RECURRENCE).isPresent()) {
            recurrence(item, body);
        }
        return body;
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

    private void time(EventTime time, ObjectNode body) {
        EventTimes.Written written = times.written(time);
        body.set("start", GraphTime.write(written.start(), written.startZone()));
        body.set("end", GraphTime.write(written.end(), written.endZone()));
        body.put("isAllDay", written.allDay());
    }

    private void recurrence(Item series, ObjectNode body) {
        String zone =
                times.written(series.get(EventFields.TIME).orElseThrow()).startZone();
        body.set(RECURRENCE, RecurrenceJson.write(Occurrences.of(series).recurrence(), zone));
        ExtendedProperty.RULE.put(
                body, series.get(EventFields.RECURRENCE).orElseThrow().toString());
    }

    @Override
    public boolean needsBefore(Collection<Field<?>> changed) {
        return EventProperties.ALL.needBefore(changed)
                || changed.stream().anyMatch(field -> field.equals(EventFields.TIME) || field.type().makesSeries());
    }

    @Override
    public ObjectNode update(Map<Field<?>, @Nullable Object> changed, Item after, @Nullable JsonNode before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        EventProperties.ALL.update(changed, after, before, body);
        boolean moved = changed.containsKey(EventFields.TIME);
        if (moved) {
            after.get(EventFields.TIME).ifPresent(time -> time(time, body));
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
     * @param after the occurrence as it is to be afterwards, whole
     * @param before the occurrence as it was read just before; null if it was not
     * @return the body of the request; empty if the occurrence holds none of the fields
     */
    public ObjectNode updateOccurrence(
            Map<Field<?>, @Nullable Object> changed, Item after, @Nullable JsonNode before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        EventProperties.ALL.update(changed, after, before, body);
        if (changed.get(EventFields.TIME) instanceof EventTime time) {
            time(time, body);
        }
        return body;
    }

    @Override
    public Optional<String> cannotChange(Collection<Field<?>> changed, ItemRecord before) {
        return before.onlineMeeting() && changed.contains(EventFields.BODY)
                ? Optional.of("the body of an online meeting holds the way into it, which Microsoft Graph cannot keep while it"
                        + " changes the rest; change the text in the calendar")
                : Optional.empty();
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
        return check.cannotExpress(item);
    }
}
