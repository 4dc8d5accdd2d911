package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Sensitivity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Events: columns of text, the time in three columns, and one that says whether it is private. Salesforce keeps moments, no zones: what is
 * read from it is told in the owner's zone.
 */
public final class EventMapping implements RecordMapping {

    private static final List<Column> TEXTS = List.of(
            new Column(EventFields.SUBJECT, "Subject", 255),
            new Column(EventFields.LOCATION, "Location", 255),
            new Column(EventFields.BODY, "Description", 32_000));

    private static final String PRIVATE = "IsPrivate";
    private static final List<String> OF_SERIES = List.of(
            "GroupEventType",
            "IsRecurrence2Exception",
            "IsRecurrence2Exclusion",
            "Recurrence2PatternText",
            "Recurrence2PatternStartDate",
            "Recurrence2PatternTimeZone");

    private final Map<Field<?>, Column> columns = new TreeMap<>();
    private final EventTimes times;
    private final ZoneId zone;
    private final @Nullable EventSeries series;
    private final @Nullable SeriesLimits limits;
    private final boolean hasInvitees;

    private EventMapping(
            List<Column> own,
            ZoneId zone,
            @Nullable RecurrenceExpander expander,
            boolean hasMarks,
            boolean hasInvitees) {
        TEXTS.forEach(column -> columns.put(column.field(), column));
        own.forEach(column -> columns.put(column.field(), column));
        times = new EventTimes(zone);
        this.zone = zone;
        EventSeries kept = expander == null ? null : new EventSeries(expander, zone, this::readSingle);
        series = kept;
        limits = kept == null ? null : new SeriesLimits(kept, hasMarks);
        this.hasInvitees = hasInvitees;
    }

    /**
     * Standard columns, and the organization's own.
     *
     * @param own further columns, or others in place of standard ones
     * @param zone the owner's time zone
     * @param expander knows when series take place; null to leave series alone
     * @param hasMarks whether the organization has a field for marks
     * @param hasInvitees whether rows come with their invitees
     * @return the mapping
     */
    public static EventMapping with(
            List<Column> own,
            ZoneId zone,
            @Nullable RecurrenceExpander expander,
            boolean hasMarks,
            boolean hasInvitees) {
        return new EventMapping(own, zone, expander, hasMarks, hasInvitees);
    }

    @Override
    public ItemKind kind() {
        return ItemKind.EVENT;
    }

    @Override
    public String object() {
        return "Event";
    }

    @Override
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        columns.values().forEach(column -> names.add(column.name()));
        names.addAll(EventTimes.COLUMNS);
        names.addAll(List.of(PRIVATE, "IsChild", "IsRecurrence", "IsRecurrence2", "RecurrenceActivityId"));
        names.addAll(OF_SERIES);
        names.addAll(ClassicRule.COLUMNS);
        if (hasInvitees) {
            names.add(Invitees.COLUMN);
        }
        return names;
    }

    /** Copies for invitees are the invitees' own business, and occurrences are parts of their series. */
    @Override
    public String condition() {
        return series == null
                ? "IsChild = false AND IsRecurrence = false AND RecurrenceActivityId = null AND IsRecurrence2 = false"
                : "IsChild = false AND (IsRecurrence = true OR (RecurrenceActivityId = null"
                        + " AND (IsRecurrence2 = false OR GroupEventType = '3')))";
    }

    @Override
    public boolean isRecord(JsonNode row) {
        return !row.path("IsChild").asBoolean()
                && (!SeriesKey.isPart(row) || (series != null && SeriesKey.isSeries(row)));
    }

    @Override
    public SortedSet<Field<?>> fields() {
        SortedSet<Field<?>> fields = new TreeSet<>(columns.keySet());
        fields.add(EventFields.TIME);
        fields.add(EventFields.SENSITIVITY);
        if (series != null) {
            fields.addAll(List.of(EventFields.RECURRENCE, EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS));
        }
        if (hasInvitees) {
            fields.add(EventFields.REQUIRED_ATTENDEES);
        }
        return fields;
    }

    @Override
    public Item read(JsonNode row) {
        Item item = series != null && SeriesKey.isSeries(row) ? series.read(row) : readSingle(row);
        SortedSet<String> invitees = new TreeSet<>();
        row.path(Invitees.ATTACHED).forEach(address -> invitees.add(address.asText()));
        return invitees.isEmpty()
                ? item
                : item.toBuilder().set(EventFields.REQUIRED_ATTENDEES, invitees).build();
    }

    private Item readSingle(JsonNode row) {
        Item.Builder item = Item.builder(ItemKind.EVENT);
        columns.values().forEach(column -> item.put(column.field(), column.read(row)));
        item.put(EventFields.TIME, times.read(row));
        // Of an event that is not private nothing is said: a value that nobody typed would count as an edit.
        item.put(EventFields.SENSITIVITY, row.path(PRIVATE).asBoolean() ? Sensitivity.PRIVATE : null);
        return item.build();
    }

    @Override
    public ObjectNode create(Item item) {
        ObjectNode row = row(item.values());
        if (row.has("Recurrence2PatternText")) {
            row.put("IsRecurrence2", true);
        }
        return row;
    }

    @Override
    public ObjectNode update(Map<Field<?>, @Nullable Object> changes, JsonNode before) {
        return row(changes);
    }

    private ObjectNode row(Map<Field<?>, ? extends @Nullable Object> values) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        values.forEach((field, value) -> write(field, value, row));
        return row;
    }

    private void write(Field<?> field, @Nullable Object value, ObjectNode row) {
        Column column = columns.get(field);
        if (column != null) {
            column.write(value, row);
        } else if (field.equals(EventFields.SENSITIVITY)) {
            row.put(PRIVATE, value != null && project(field, value) == Sensitivity.PRIVATE);
        } else if (field.equals(EventFields.TIME) && value instanceof EventTime time) {
            times.write(time, row);
        } else if (field.equals(EventFields.RECURRENCE) && value instanceof Recurrence rule) {
            row.put("Recurrence2PatternText", EventSeries.pattern(rule))
                    .put("Recurrence2PatternTimeZone", zone.getId());
        } else if (!field.type().makesSeries() && !isReadOnly(field)) {
            throw new IllegalArgumentException("field " + field + " cannot be written to events of Salesforce");
        }
    }

    /** Invitees are read alone: of those whom it is given, Salesforce keeps nobody. */
    private static boolean isReadOnly(Field<?> field) {
        return field.equals(EventFields.REQUIRED_ATTENDEES);
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        if (isReadOnly(field)) {
            return null;
        }
        Column column = columns.get(field);
        if (column != null) {
            return column.project(value);
        }
        if (value instanceof Sensitivity sensitivity) {
            // Personal events are no private ones (S9).
            return sensitivity == Sensitivity.PRIVATE || sensitivity == Sensitivity.CONFIDENTIAL
                    ? Sensitivity.PRIVATE
                    : null;
        }
        if (value instanceof OccurrenceExceptions exceptions) {
            SortedMap<OriginalStart, OccurrenceException> kept = new TreeMap<>();
            exceptions.byStart().forEach((start, exception) -> kept.put(start, project(exception)));
            return OccurrenceExceptions.of(kept);
        }
        return value instanceof EventTime time ? times.project(time) : value;
    }

    private OccurrenceException project(OccurrenceException exception) {
        OccurrenceException kept = OccurrenceException.of(Item.event().build());
        for (Field<?> field : exception.fields()) {
            if (!isReadOnly(field)) {
                Object value = exception.changed().value(field);
                kept = kept.with(field, value == null ? null : project(field, value));
            }
        }
        return kept;
    }

    @Override
    public Optional<EventSeries> series() {
        return Optional.ofNullable(series);
    }

    @Override
    public Optional<String> cannotExpress(Item item) {
        return limits == null
                ? Optional.of("nobody here knows when series take place; give the connector's builder recurrences(...)")
                : limits.cannotExpress(item);
    }
}
