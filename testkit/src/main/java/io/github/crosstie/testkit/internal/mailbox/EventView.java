package io.github.crosstie.testkit.internal.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients see of an event besides what was stored. */
public final class EventView {

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private EventView() {}

    public static void complete(
            Properties event, StoredMailbox mailbox, StoredItem item, @Nullable Occurrence occurrence) throws Refusal {
        people(event, mailbox);
        times(event);
        event.set("IsCancelled", "false");
        event.set("IsRecurring", Boolean.toString(occurrence != null));
        event.set("CalendarItemType", type(item, occurrence));
        event.set("DateTimeStamp", item.properties.text("LastModifiedTime"));
        LocalDate date = occurrence == null ? null : occurrence.date();
        GlobalObjectId.of(event.text("UID")).addTo(event, date);
        if (occurrence != null) {
            event.set("OriginalStart", occurrence.originalStart().toString());
            event.set("RecurrenceId", occurrence.originalStart().toString());
        } else if (item.isSeries()) {
            series(event, item);
        }
    }

    private static String type(StoredItem item, @Nullable Occurrence occurrence) {
        if (occurrence != null) {
            return occurrence.exception() == null ? "Occurrence" : "Exception";
        }
        return item.isSeries() ? "RecurringMaster" : "Single";
    }

    private static void people(Properties event, StoredMailbox mailbox) {
        Tree organizer = event.element("Organizer");
        boolean own = organizer == null || mailbox.hasAddress(Attendees.address(organizer));
        boolean meeting = !own || !Attendees.addresses(event).isEmpty();
        if (organizer == null) {
            event.put(Tree.of("t:Organizer", Attendees.mailbox(mailbox.address, mailbox.displayName)));
        }
        event.set("IsMeeting", Boolean.toString(meeting));
        event.set("IsOrganizer", Boolean.toString(own));
        event.setIfAbsent("MyResponseType", own ? "Organizer" : "NoResponseReceived");
        event.set("AppointmentState", meeting ? own ? "1" : "3" : "0");
        event.set("DisplayTo", Attendees.display(event, "RequiredAttendees"));
        event.set("DisplayCc", Attendees.display(event, "OptionalAttendees"));
    }

    private static void times(Properties event) {
        Instant start = Times.stored(event.text("Start"));
        Instant end = Times.stored(event.text("End"));
        event.set("Duration", Duration.between(start, end).toString());
        event.set("StartWallClock", wallClock(start, EventRules.zone(event)));
        event.set("EndWallClock", wallClock(end, EventRules.zone(event)));
        Tree zone = event.element("StartTimeZone");
        if (zone != null) {
            event.set("TimeZone", zone.attribute("Name").isEmpty() ? zone.attribute("Id") : zone.attribute("Name"));
            event.set("StartTimeZoneId", zone.attribute("Id"));
        }
        Tree endZone = event.element("EndTimeZone");
        if (endZone != null) {
            event.set("EndTimeZoneId", endZone.attribute("Id"));
        }
        if (event.is("ReminderIsSet")) {
            event.set("ReminderDueBy", start.toString());
        }
    }

    private static String wallClock(Instant instant, ZoneRules zone) {
        LocalDateTime local = Times.local(instant, zone);
        return WALL_CLOCK.format(local) + zone.getOffset(instant).getId();
    }

    private static void series(Properties event, StoredItem item) throws Refusal {
        ZoneRules zone = EventRules.zone(event);
        Tree recurrence = event.element("Recurrence");
        if (recurrence != null) {
            event.put(withOffsets(recurrence, zone));
        }
        Series series = Series.of(item);
        Occurrence first = series.first();
        if (first != null) {
            event.put(info("FirstOccurrence", first));
        }
        Occurrence last = series.last();
        if (last != null) {
            event.put(info("LastOccurrence", last));
        }
        List<Tree> modified = new ArrayList<>();
        for (LocalDate date : item.exceptions.keySet()) {
            modified.add(info("Occurrence", series.byDate(date)));
        }
        if (!modified.isEmpty()) {
            event.put(Tree.of("t:ModifiedOccurrences", modified));
        }
        List<Tree> deleted = new ArrayList<>();
        for (LocalDate date : item.deleted) {
            deleted.add(Tree.of(
                    "t:DeletedOccurrence",
                    Tree.of("t:Start", series.originalStart(date).toString())));
        }
        if (!deleted.isEmpty()) {
            event.put(Tree.of("t:DeletedOccurrences", deleted));
        }
    }

    private static Tree info(String element, Occurrence occurrence) {
        return Tree.of(
                "t:" + element,
                Tree.of("t:ItemId").with("Id", occurrence.id()).with("ChangeKey", occurrence.changeKey()),
                Tree.of("t:Start", occurrence.start().toString()),
                Tree.of("t:End", occurrence.end().toString()),
                Tree.of("t:OriginalStart", occurrence.originalStart().toString()));
    }

    /** Exchange tells the dates of a range with the offset that the zone has on them. */
    private static Tree withOffsets(Tree tree, ZoneRules zone) {
        if (tree.localName().equals("StartDate") || tree.localName().equals("EndDate")) {
            ZoneOffset offset = zone.getOffset(LocalDate.parse(tree.text()).atStartOfDay());
            return tree.withText(tree.text() + offset.getId());
        }
        if (tree.children().isEmpty()) {
            return tree;
        }
        return tree.withChildren(
                tree.children().stream().map(child -> withOffsets(child, zone)).toList());
    }
}
