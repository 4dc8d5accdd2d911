package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.internal.exchange.EventTimes;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.RuleReader;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.internal.exchange.WireRecurrence;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OriginalStart;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event while it is read. Not safe for use by several threads. */
final class EventReading {

    static final String CANCELLED = "cancelledOccurrences";

    private static final String START = "start";
    private static final String END = "end";
    private static final String START_ZONE = "originalStartTimeZone";
    private static final String END_ZONE = "originalEndTimeZone";
    private static final String RECURRENCE = "recurrence";

    /** What to select besides the properties of fields. */
    static final List<String> SELECTED = List.of(
            "iCalUId",
            "type",
            "isAllDay",
            "isOrganizer",
            "isOnlineMeeting",
            "organizer",
            START,
            END,
            START_ZONE,
            END_ZONE,
            "originalStart",
            RECURRENCE,
            CANCELLED);

    private final JsonNode event;
    private final WindowsZones zones;
    private final ItemReading reading;
    private @Nullable EventTime time;

    private EventReading(JsonNode event, WindowsZones zones) {
        this.event = event;
        this.zones = zones;
        this.reading = new ItemReading(ItemKind.EVENT, event);
    }

    /** Reads an event; a series without what its occurrences have of their own. */
    static ItemRecord read(JsonNode event, WindowsZones zones) {
        EventReading reader = new EventReading(event, zones);
        EventProperties.ALL.read(event, reader.reading);
        reader.organizer();
        reader.reading.guard("time", reader::time);
        reader.reading.guard(RECURRENCE, reader::series);
        return reader.reading.record(
                reader.reading.text("iCalUId"), ExtendedProperty.PARENT.of(event), reader.reading.text("type"));
    }

    /** Every event has an organizer; one that nobody else is in is no meeting. */
    private void organizer() {
        if (AttendeesProperty.are(event) || !event.path("isOrganizer").asBoolean(true)) {
            reading.item().set(EventFields.ORGANIZER, AttendeesProperty.address(event.path("organizer")));
        }
    }

    private void time() {
        if (!event.hasNonNull(START) || !event.hasNonNull(END)) {
            reading.trouble("it has no start or no end; open it and save it anew");
            return;
        }
        time = event.path("isAllDay").asBoolean()
                ? allDay()
                : new EventTime.Timed(moment(START, START_ZONE), moment(END, END_ZONE));
        reading.item().set(EventFields.TIME, time);
    }

    private ZonedDateTime moment(String property, String zone) {
        return GraphTime.read(event.path(property), zones)
                .withZoneSameInstant(zone(zone).orElse(ZoneOffset.UTC));
    }

    /** Days are the same in every zone that one asks for; what was converted all the same is converted back. */
    private EventTime allDay() {
        LocalDateTime start = GraphTime.local(event.path(START));
        if (start.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            LocalDateTime end = GraphTime.local(event.path(END));
            return EventTimes.allDay(start.atZone(ZoneOffset.UTC), end.atZone(ZoneOffset.UTC));
        }
        return EventTimes.allDay(moment(START, START_ZONE), moment(END, START_ZONE));
    }

    /** The zone in which the event was made; empty for one of somebody's own, whose rules Graph does not tell. */
    private Optional<ZoneId> zone(String property) {
        String name = reading.text(property);
        return name.isEmpty() ? Optional.of(zones.zoneOfUtc()) : zones.zone(name);
    }

    private void series() {
        if (time == null || !event.hasNonNull(RECURRENCE)) {
            return;
        }
        EventTime first = time;
        if (zone(START_ZONE).isEmpty()) {
            reading.trouble("it is a series in a time zone without a known name; choose one of the list for it");
        }
        WireRecurrence written = RecurrenceJson.read(event.path(RECURRENCE));
        Optional<String> rule = Optional.of(ExtendedProperty.RULE.of(event));
        reading.item().set(EventFields.RECURRENCE, RuleReader.read(written, rule, first));
        List<OriginalStart> starts = new ArrayList<>();
        event.path(CANCELLED).forEach(id -> starts.add(OriginalStart.of(Occurrences.at(first, day(id.asText())))));
        reading.item().set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(starts));
    }

    /** The id of an occurrence ends with its day: {@code OID.AAMk...=.2026-05-29}. */
    private static LocalDate day(String occurrenceId) {
        return LocalDate.parse(occurrenceId.substring(occurrenceId.lastIndexOf('.') + 1));
    }
}
