package io.github.crosstie.testkit.internal.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Exchange does to events when they are saved, and what it refuses. */
public final class EventRules {

    /** No event of a calendar is longer. */
    private static final long LONGEST_DAYS = 5 * 365L;

    private EventRules() {}

    /** The zone of an event; UTC if it has none. */
    public static ZoneRules zone(Properties event) {
        Tree zone = event.element("StartTimeZone");
        if (zone == null) {
            return ZoneRules.of(ZoneOffset.UTC);
        }
        try {
            return ZoneDefinition.rules(zone);
        } catch (Refusal unknown) {
            throw new IllegalStateException("an event was stored with a zone that is not known", unknown);
        }
    }

    /** Makes a new event complete. */
    public static void created(Properties event, Times times, String uid) throws Refusal {
        zoneOfOldClients(event);
        if (event.element("StartTimeZone") == null) {
            event.put(times.zoneElement("StartTimeZone"));
        }
        event.setIfAbsent("UID", uid);
        event.setIfAbsent("IsAllDayEvent", "false");
        event.setIfAbsent("LegacyFreeBusyStatus", "Busy");
        event.setIfAbsent("IsResponseRequested", "true");
        event.setIfAbsent("ReminderIsSet", "true");
        event.setIfAbsent("ReminderMinutesBeforeStart", "15");
        event.setIfAbsent("AppointmentSequenceNumber", "0");
        event.set("MeetingRequestWasSent", "false");
        if (!event.has("Start") || !event.has("End")) {
            throw new Refusal("ErrorCalendarInvalidPropertyValue", "An event has a start and an end.");
        }
        normalize(event, null);
    }

    /** Clients of Exchange 2007 name the zone in another way. */
    private static void zoneOfOldClients(Properties event) {
        Tree old = event.element("MeetingTimeZone");
        if (old != null && WindowsZones.rules(old.attribute("TimeZoneName")) != null) {
            event.put(ZoneDefinition.brief("StartTimeZone", old.attribute("TimeZoneName")));
        }
        event.remove("MeetingTimeZone");
    }

    /** Checks an event, rounds its times and lets its start fall on its first occurrence. */
    public static void normalize(Properties event, @Nullable Properties before) throws Refusal {
        Tree startZone = event.element("StartTimeZone");
        if (startZone == null) {
            startZone = ZoneDefinition.brief("StartTimeZone", "UTC");
            event.put(startZone);
        }
        ZoneRules zone = ZoneDefinition.rules(startZone);
        moments(event, zone);
        if (event.is("IsAllDayEvent")) {
            wholeDays(event, zone);
        }
        checkSpan(event);
        attendees(event, before);
        recurrence(event, zone);
        if (event.element("EndTimeZone") == null) {
            event.put(startZone.named("t:EndTimeZone"));
        }
    }

    private static void moments(Properties event, ZoneRules zone) throws Refusal {
        for (String name : List.of("Start", "End")) {
            event.set(name, Times.read(event.text(name), zone).toString());
        }
    }

    private static void wholeDays(Properties event, ZoneRules zone) {
        LocalDateTime start = Times.local(Times.stored(event.text("Start")), zone);
        LocalDateTime end = Times.local(Times.stored(event.text("End")), zone);
        LocalDate first = start.toLocalDate();
        LocalDate after = end.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? end.toLocalDate()
                : end.toLocalDate().plusDays(1);
        after = after.isAfter(first) ? after : first.plusDays(1);
        event.set("Start", Times.instant(first.atStartOfDay(), zone).toString());
        event.set("End", Times.instant(after.atStartOfDay(), zone).toString());
    }

    private static void checkSpan(Properties event) throws Refusal {
        Instant start = Times.stored(event.text("Start"));
        Instant end = Times.stored(event.text("End"));
        if (end.isBefore(start)) {
            throw new Refusal("ErrorCalendarEndDateIsEarlierThanStartDate", "EndDate is earlier than StartDate.");
        }
        if (Duration.between(start, end).toDays() > LONGEST_DAYS) {
            throw new Refusal("ErrorCalendarDurationIsTooLong", "The event is longer than five years.");
        }
    }

    private static void attendees(Properties event, @Nullable Properties before) {
        for (String list : Attendees.LISTS) {
            Tree given = event.element(list);
            if (given != null) {
                List<Tree> attendees = new ArrayList<>();
                for (Tree attendee : given.children()) {
                    attendees.add(Attendees.stored(attendee, before));
                }
                event.put(given.withChildren(attendees));
            }
        }
    }

    private static void recurrence(Properties event, ZoneRules zone) throws Refusal {
        Tree recurrence = event.element("Recurrence");
        if (recurrence == null) {
            return;
        }
        Tree normal = withoutOffsets(recurrence);
        event.put(normal);
        RecurrenceRule rule = RecurrenceRule.of(normal);
        LocalDateTime start = Times.local(Times.stored(event.text("Start")), zone);
        LocalDateTime end = Times.local(Times.stored(event.text("End")), zone);
        LocalDate first = rule.dates().findFirst().orElseThrow();
        long days = ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
        // One may last into the day of the next, as night shifts do, but not into the next one itself.
        if (end.isAfter(start.plusDays(Math.min(rule.shortestGap(), LONGEST_DAYS)))) {
            throw new Refusal(
                    "ErrorOccurrenceTimeSpanTooBig", "The occurrences are longer than the time between them.");
        }
        event.set(
                "Start", Times.instant(first.atTime(start.toLocalTime()), zone).toString());
        event.set(
                "End",
                Times.instant(first.plusDays(days).atTime(end.toLocalTime()), zone)
                        .toString());
    }

    private static Tree withoutOffsets(Tree tree) throws Refusal {
        if (tree.localName().equals("StartDate") || tree.localName().equals("EndDate")) {
            return tree.withText(Times.date(tree.text()).toString());
        }
        if (tree.children().isEmpty()) {
            return tree.withText(tree.text().strip());
        }
        List<Tree> children = new ArrayList<>();
        for (Tree child : tree.children()) {
            children.add(withoutOffsets(child));
        }
        return tree.withChildren(children);
    }
}
