package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.NewItem;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.EventTimes;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesCheck;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.internal.exchange.WireRecurrence;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Events. What the occurrences of a series have of their own is not part of the series' item on the wire: the endpoint
 * reads and writes it, occurrence by occurrence.
 */
public final class EventMapping implements ItemMapping {

    private static final List<PropertyPath> PATHS = List.of(
            PropertyPath.field("calendar:UID"),
            PropertyPath.field("calendar:Start"),
            PropertyPath.field("calendar:End"),
            PropertyPath.field("calendar:IsAllDayEvent"),
            PropertyPath.field("calendar:IsMeeting"),
            PropertyPath.field("calendar:Organizer"),
            PropertyPath.field("calendar:Recurrence"),
            PropertyPath.field("calendar:ModifiedOccurrences"),
            PropertyPath.field("calendar:DeletedOccurrences"),
            PropertyPath.field("calendar:StartTimeZone"),
            PropertyPath.field("calendar:EndTimeZone"),
            EventReading.RULE,
            SeriesIntent.PATH);

    private final WindowsZones zones;
    private final EventTimes times;
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
        this.times = new EventTimes(zones, userZone);
        this.check = new SeriesCheck(zones);
    }

    @Override
    public SortedSet<Field<?>> fields() {
        return fields;
    }

    @Override
    public String element() {
        return "CalendarItem";
    }

    @Override
    public ItemShape shape() {
        List<PropertyPath> paths = new ArrayList<>(ItemReading.PATHS);
        paths.addAll(EventProperties.ALL.paths());
        paths.addAll(PATHS);
        return ItemShape.of(ItemShape.BodyType.TEXT, paths);
    }

    @Override
    public ItemRecord read(XmlInput element) {
        EventReading reading = new EventReading(zones);
        element.children(reading::read);
        return reading.record();
    }

    @Override
    public NewItem create(Item item, Stamp stamp) {
        return create(item, stamp, stamp.uid());
    }

    /**
     * A new event whose UID is not that of its stamp, in the order of the schema.
     *
     * @param item its values, without what occurrences have of their own
     * @param stamp the engine's mark
     * @param uid its UID
     * @return the item to create
     * @throws IllegalArgumentException if Exchange cannot hold it; ask {@link #cannotExpress} first
     */
    public NewItem create(Item item, Stamp stamp, String uid) {
        EventTime time = item.get(EventFields.TIME)
                .orElseThrow(() -> new IllegalArgumentException("an event without a time; give it one"));
        EventTimes.Written written = times.written(time);
        Optional<WireRecurrence> recurrence = recurrence(item);
        return new NewItem(element(), out -> write(item, stamp, uid, written, recurrence, out));
    }

    private static Optional<WireRecurrence> recurrence(Item item) {
        return item.get(EventFields.RECURRENCE).map(rule -> Occurrences.of(item).recurrence());
    }

    private static void write(
            Item item,
            Stamp stamp,
            String uid,
            EventTimes.Written time,
            Optional<WireRecurrence> recurrence,
            XmlOutput out) {
        EventProperties.OF_ITEM.forEach(property -> property.write(item, out));
        ExtendedProperty.write(ItemMapping.STAMP, stamp.text(), out);
        item.get(EventFields.RECURRENCE)
                .ifPresent(rule -> ExtendedProperty.write(EventReading.RULE, rule.toString(), out));
        if (!uid.isEmpty()) {
            out.element(Space.TYPES, "UID", uid);
        }
        out.element(Space.TYPES, "Start", WireTime.text(time.start()));
        out.element(Space.TYPES, "End", WireTime.text(time.end()));
        out.element(Space.TYPES, "IsAllDayEvent", Boolean.toString(time.allDay()));
        EventProperties.LOCATION.write(item, out);
        EventProperties.ATTENDEES.forEach(attendees -> attendees.write(item, out));
        recurrence.ifPresent(written -> RecurrenceElement.write(written, out));
        zone("StartTimeZone", time.startZone(), out);
        zone("EndTimeZone", time.endZone(), out);
    }

    private static void zone(String element, String windowsId, XmlOutput out) {
        out.start(Space.TYPES, element).attribute("Id", windowsId).end();
    }

    @Override
    public List<PropertyChange> update(Map<Field<?>, @Nullable Object> changed, Item after, boolean bodyIsHtml) {
        Updates updates = new Updates(bodyIsHtml);
        properties(changed, updates);
        boolean moved = changed.containsKey(EventFields.TIME);
        if (moved) {
            after.get(EventFields.TIME).ifPresent(time -> time(times.written(time), updates));
        }
        if (moved || changed.containsKey(EventFields.RECURRENCE)) {
            Optional<WireRecurrence> recurrence = recurrence(after);
            if (recurrence.isPresent()) {
                String rule = after.get(EventFields.RECURRENCE).orElseThrow().toString();
                updates.set(
                        PropertyPath.field("calendar:Recurrence"),
                        out -> RecurrenceElement.write(recurrence.get(), out));
                updates.set(EventReading.RULE, out -> ExtendedProperty.write(EventReading.RULE, rule, out));
            } else if (changed.containsKey(EventFields.RECURRENCE)) {
                updates.delete(PropertyPath.field("calendar:Recurrence"));
                updates.delete(EventReading.RULE);
            }
        }
        return updates.changes();
    }

    /**
     * The changes of one occurrence of a series.
     *
     * @param changed the changed fields; null clears one
     * @param series the series
     * @param bodyIsHtml whether the occurrence's body is HTML now, and is to stay so
     * @return the changes; none if the occurrence holds none of the fields
     */
    public List<PropertyChange> updateOccurrence(
            Map<Field<?>, @Nullable Object> changed, Item series, boolean bodyIsHtml) {
        Updates updates = new Updates(bodyIsHtml);
        properties(changed, updates);
        if (changed.get(EventFields.TIME) instanceof EventTime time) {
            EventTimes.Written written = times.written(time);
            EventTimes.Written whole =
                    times.written(series.get(EventFields.TIME).orElse(time));
            startAndEnd(written, updates);
            // A zone of its own is more than some servers let an occurrence have.
            if (!written.startZone().equals(whole.startZone())
                    || !written.endZone().equals(whole.endZone())) {
                zones(written, updates);
            }
        }
        return updates.changes();
    }

    private static void properties(Map<Field<?>, @Nullable Object> changed, Updates updates) {
        changed.forEach((field, value) -> {
            ItemProperty property = EventProperties.ALL.of(field);
            if (property != null) {
                property.update(field, value, updates);
            }
        });
    }

    private static void time(EventTimes.Written time, Updates updates) {
        startAndEnd(time, updates);
        zones(time, updates);
    }

    private static void startAndEnd(EventTimes.Written time, Updates updates) {
        text("Start", WireTime.text(time.start()), updates);
        text("End", WireTime.text(time.end()), updates);
        text("IsAllDayEvent", Boolean.toString(time.allDay()), updates);
    }

    private static void text(String element, String text, Updates updates) {
        updates.set(PropertyPath.field("calendar:" + element), out -> out.element(Space.TYPES, element, text));
    }

    private static void zones(EventTimes.Written time, Updates updates) {
        updates.set(PropertyPath.field("calendar:StartTimeZone"), out -> zone("StartTimeZone", time.startZone(), out));
        updates.set(PropertyPath.field("calendar:EndTimeZone"), out -> zone("EndTimeZone", time.endZone(), out));
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
