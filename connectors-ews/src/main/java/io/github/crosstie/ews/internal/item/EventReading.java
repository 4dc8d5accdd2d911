package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.zone.ZoneDefinition;
import io.github.crosstie.internal.exchange.EventTimes;
import io.github.crosstie.internal.exchange.OwnProperties;
import io.github.crosstie.internal.exchange.RuleReader;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.internal.exchange.WireRecurrence;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OriginalStart;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One event while it is read. Start and end, their zones, and the rule make sense together only, so that they are kept
 * until all of them are there. Not safe for use by several threads.
 */
final class EventReading {

    /** The rule as it was written: what Exchange has of it says the same in other words. */
    static final PropertyPath RULE = ExtendedProperty.own(OwnProperties.RULE);

    private final ItemReading reading = new ItemReading(ItemKind.EVENT);
    private final WindowsZones zones;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> responses = new TreeSet<>();
    private final List<String> deleted = new ArrayList<>();
    private final Map<ItemKey, String> changed = new LinkedHashMap<>();
    private final List<ModifiedOccurrence> modified = new ArrayList<>();
    private @Nullable ZoneDefinition startZone;
    private @Nullable ZoneDefinition endZone;
    private @Nullable WireRecurrence recurrence;
    private String organizer = "";
    private boolean hasAttendees;

    EventReading(WindowsZones zones) {
        this.zones = zones;
    }

    void read(XmlInput child) {
        String name = child.name();
        AttendeesProperty attendees = EventProperties.attendees(name);
        if (attendees != null) {
            hasAttendees = true;
            attendees.read(child, reading.item(), responses);
        } else if (!EventProperties.ALL.read(child, reading)) {
            reading.guard(name, () -> part(name, child));
        }
    }

    private void part(String name, XmlInput child) {
        switch (name) {
            case "UID", "Start", "End", "IsAllDayEvent", "IsMeeting" -> texts.put(name, child.text());
            case "Organizer" -> organizer = AttendeesProperty.address(child);
            case "StartTimeZone" -> startZone = ZoneDefinition.read(child);
            case "EndTimeZone" -> endZone = ZoneDefinition.read(child);
            case "Recurrence" -> recurrence = RecurrenceElement.read(child);
            case "DeletedOccurrences" ->
                child.children(occurrence -> occurrence.children(start -> deleted.add(start.text())));
            case "ModifiedOccurrences" -> child.children(this::changed);
            default -> reading.read(child);
        }
    }

    private void changed(XmlInput occurrence) {
        List<ItemKey> key = new ArrayList<>();
        Map<String, String> times = new HashMap<>();
        occurrence.children(part -> {
            if (part.name().equals("ItemId")) {
                key.add(ItemKey.read(part));
            } else {
                times.put(part.name(), part.text());
            }
        });
        if (!key.isEmpty()) {
            changed.put(key.get(0), times.getOrDefault("OriginalStart", ""));
        }
    }

    ItemRecord record() {
        reading.guard("time", this::time);
        if (hasAttendees || "true".equals(texts.get("IsMeeting"))) {
            reading.item().set(EventFields.ORGANIZER, organizer);
        }
        reading.item().set(EventFields.RESPONSES, responses);
        return reading.record(Optional.ofNullable(texts.get("UID")).orElse(""), modified, intent());
    }

    private Optional<SeriesIntent> intent() {
        Optional<String> text = reading.extended(SeriesIntent.PATH);
        Optional<SeriesIntent> intent = text.flatMap(SeriesIntent::parse);
        if (text.isPresent() && intent.isEmpty()) {
            reading.trouble(
                    "a change of the series stopped half-way and cannot be understood; copy it, delete this one");
        }
        return intent;
    }

    private void time() {
        String start = texts.get("Start");
        String end = texts.get("End");
        if (start == null || end == null) {
            reading.trouble("it has no start or no end; open it and save it anew");
            return;
        }
        Zone from = Zone.of(startZone, start, zones);
        Zone to = endZone == null ? from : Zone.of(endZone, end, zones);
        boolean allDay = "true".equals(texts.get("IsAllDayEvent"));
        if (allDay && !from.told()) {
            reading.trouble("it is an all-day event in a time zone that is not told; choose one of the list for it");
        }
        ZonedDateTime first = WireTime.moment(start, from.zone(), null);
        ZonedDateTime last = WireTime.moment(end, to.zone(), null);
        EventTime time = allDay ? EventTimes.allDay(first, last) : new EventTime.Timed(first, last);
        reading.item().set(EventFields.TIME, time);
        if (recurrence != null) {
            series(recurrence, time, from);
        }
    }

    private void series(WireRecurrence written, EventTime time, Zone zone) {
        if (!zone.named()) {
            reading.trouble("it is a series in a time zone without a known name; choose one of the list for it");
        }
        reading.item().set(EventFields.RECURRENCE, RuleReader.read(written, reading.extended(RULE), time));
        List<OriginalStart> starts = new ArrayList<>();
        for (String start : deleted) {
            starts.add(original(WireTime.moment(start, zone.zone(), null), time));
        }
        reading.item().set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(starts));
        changed.forEach((key, start) ->
                modified.add(new ModifiedOccurrence(key, original(WireTime.moment(start, zone.zone(), null), time))));
    }

    private static OriginalStart original(ZonedDateTime start, EventTime time) {
        return time instanceof EventTime.AllDay
                ? new OriginalStart.OnDay(start.toLocalDate())
                : new OriginalStart.At(start);
    }

    /** The zone of a time; one without a known name is what it comes to at that time. */
    private record Zone(ZoneId zone, boolean named, boolean told) {

        static Zone of(@Nullable ZoneDefinition definition, String time, WindowsZones zones) {
            if (definition == null) {
                return new Zone(zones.zoneOfUtc(), true, true);
            }
            Optional<ZoneId> named = definition.zone(zones);
            if (named.isPresent()) {
                return new Zone(named.get(), true, true);
            }
            return definition.rules() == null
                    ? new Zone(ZoneOffset.UTC, false, false)
                    : new Zone(definition.rules().getOffset(WireTime.instant(time)), false, true);
        }
    }
}
