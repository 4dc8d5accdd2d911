package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Bodies;
import io.github.crosstie.testkit.internal.mailbox.EventRules;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Occurrence;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder.Change;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells events as Graph does.
 *
 * @param request says which zone, which type of bodies and which ids it prefers
 */
record EventAnswer(GraphRequest request) {

    private static final int PREVIEW = 255;

    /** An event with all that it has, also what listings or single answers leave out. */
    ObjectNode whole(Found found) throws Refusal {
        ShownItem item = ShownItem.of(found);
        Properties event = item.properties();
        ObjectNode shown = identity(found, event);
        shown.put("createdDateTime", event.text("DateTimeCreated"));
        shown.put("lastModifiedDateTime", event.text("LastModifiedTime"));
        shown.put("changeKey", found.changeKey());
        shown.set("categories", words(event.element("Categories")));
        shown.put("transactionId", event.has("TransactionId") ? event.text("TransactionId") : null);
        shown.put("originalStartTimeZone", zone(event, "StartTimeZone"));
        shown.put("originalEndTimeZone", zone(event, "EndTimeZone"));
        shown.put("iCalUId", uid(event));
        shown.put("reminderMinutesBeforeStart", number(event.text("ReminderMinutesBeforeStart")));
        shown.put("isReminderOn", event.is("ReminderIsSet"));
        shown.put("hasAttachments", false);
        shown.put("subject", event.text("Subject"));
        shown.put("bodyPreview", preview(event));
        shown.put("importance", EventWords.IMPORTANCE.shown(event.text("Importance")));
        shown.put("sensitivity", EventWords.SENSITIVITY.shown(event.text("Sensitivity")));
        shown.put("isAllDay", event.is("IsAllDayEvent"));
        shown.put("isCancelled", event.is("IsCancelled"));
        shown.put("isOrganizer", event.is("IsOrganizer"));
        shown.put("responseRequested", event.is("IsResponseRequested"));
        shown.put("showAs", EventWords.SHOW_AS.shown(event.text("LegacyFreeBusyStatus")));
        shown.put(
                "webLink",
                "https://outlook.office365.com/owa/?itemid=" + shown.path("id").asText());
        shown.putNull("onlineMeetingUrl");
        OnlineMeeting.show(event, shown);
        shown.put("allowNewTimeProposals", !event.has("AllowNewTimeProposal") || event.is("AllowNewTimeProposal"));
        shown.put("isDraft", false);
        shown.put("hideAttendees", event.is("HideAttendees"));
        shown.set("responseStatus", EventPeople.response(event));
        shown.set("body", body(event));
        places(shown, event.text("Location"));
        shown.set("attendees", EventPeople.attendees(event));
        shown.set("organizer", EventPeople.organizer(event));
        series(shown, event);
        return shown;
    }

    /** An event as listings tell it, which leave out what was cancelled. */
    ObjectNode listed(Found found) throws Refusal {
        ObjectNode shown = whole(found);
        shown.remove("cancelledOccurrences");
        if (found.occurrence() == null) {
            shown.remove("originalStart");
        }
        return shown;
    }

    /** What the changes of a calendar's view tell of an occurrence: no more than where it belongs and when it is. */
    ObjectNode bare(Found occurrence) throws Refusal {
        return identity(occurrence, ShownItem.of(occurrence).properties());
    }

    /** What they tell of an event that is not in the view. */
    ObjectNode removed(Change change) {
        ObjectNode removed = JsonNodeFactory.instance.objectNode();
        removed.put("@odata.type", "#microsoft.graph.event");
        removed.put("id", ItemIds.of(change, request));
        removed.putObject("@removed").put("reason", "deleted");
        return removed;
    }

    private ObjectNode identity(Found found, Properties event) throws Refusal {
        Occurrence occurrence = found.occurrence();
        String master = ItemIds.of(found.item(), request);
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("@odata.type", "#microsoft.graph.event");
        shown.put("@odata.etag", ETags.of(found.changeKey()));
        shown.put("id", occurrence == null ? master : ItemIds.of(found.item(), occurrence.date(), request));
        shown.put("seriesMasterId", occurrence == null ? null : master);
        shown.put("type", EventWords.TYPE.shown(event.text("CalendarItemType")));
        shown.set("start", time(event, "Start"));
        shown.set("end", time(event, "End"));
        return shown;
    }

    /** The days of an all-day event are the same in all zones. */
    private ObjectNode time(Properties event, String element) throws Refusal {
        Instant moment = Times.stored(event.text(element));
        String zone = request.prefer().zone();
        return event.is("IsAllDayEvent")
                ? EventTimes.show(Times.local(moment, EventRules.zone(event)), zone)
                : EventTimes.show(moment, zone);
    }

    private void series(ObjectNode shown, Properties event) {
        Tree recurrence = event.element("Recurrence");
        shown.set(
                "recurrence",
                recurrence == null ? null : EventRecurrence.show(recurrence, zone(event, "StartTimeZone")));
        shown.put("originalStart", event.has("OriginalStart") ? event.text("OriginalStart") : null);
        ArrayNode cancelled = shown.putArray("cancelledOccurrences");
        Tree deleted = event.element("DeletedOccurrences");
        for (Tree occurrence : deleted == null ? List.<Tree>of() : deleted.children()) {
            Instant start = Times.stored(occurrence.textOf("t:Start"));
            LocalDate day = Times.local(start, EventRules.zone(event)).toLocalDate();
            cancelled.add("OID." + shown.path("id").asText() + "." + day);
        }
    }

    private static String zone(Properties event, String element) {
        Tree zone = event.element(element);
        return zone == null ? GraphZones.UTC : GraphZones.name(zone);
    }

    /** The event's UID; that of an occurrence has the day of the occurrence in it. */
    private static String uid(Properties event) {
        if (!event.has("OriginalStart")) {
            return event.text("UID");
        }
        for (Tree property : event.extended()) {
            Tree uri = property.child("t:ExtendedFieldURI");
            if (uri != null
                    && uri.attribute("DistinguishedPropertySetId").equals("Meeting")
                    && uri.attribute("PropertyId").equals("3")) {
                byte[] id = Base64.getDecoder().decode(property.textOf("t:Value"));
                return HexFormat.of().withUpperCase().formatHex(id);
            }
        }
        return event.text("UID");
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static String preview(Properties event) {
        String text = event.text("TextBody");
        return text.length() > PREVIEW ? text.substring(0, PREVIEW) : text;
    }

    private ObjectNode body(Properties event) {
        Tree stored = event.element("Body");
        boolean text = request.prefer().textBodies();
        Tree body = stored == null ? null : Bodies.as(stored, text ? "Text" : "HTML");
        return JsonNodeFactory.instance
                .objectNode()
                .put("contentType", text ? "text" : "html")
                .put("content", body == null ? "" : text ? lines(body.text()) : body.text());
    }

    /** Lines of text end as they do in mail. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static void places(ObjectNode shown, String name) {
        shown.set("location", place(name));
        ArrayNode locations = shown.putArray("locations");
        if (!name.isEmpty()) {
            locations.add(place(name));
        }
    }

    private static ObjectNode place(String name) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        place.put("displayName", name);
        place.put("locationType", "default");
        place.put("uniqueIdType", name.isEmpty() ? "unknown" : "private");
        if (!name.isEmpty()) {
            place.put("uniqueId", name);
        }
        place.putObject("address");
        place.putObject("coordinates");
        return place;
    }

    private static ArrayNode words(@Nullable Tree list) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        if (list != null) {
            list.children().forEach(word -> words.add(word.text()));
        }
        return words;
    }
}
