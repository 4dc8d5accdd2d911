package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import io.github.crosstie.testkit.internal.mailbox.ZoneDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what a request wants an event to be: one change for each property that it names. */
final class EventBody {

    /** What clients may send and the server alone decides. */
    private static final Set<String> NOT_THEIRS = words("""
            id changeKey createdDateTime lastModifiedDateTime iCalUId bodyPreview hasAttachments isCancelled isOrganizer
            seriesMasterId type webLink onlineMeeting onlineMeetingUrl onlineMeetingProvider isOnlineMeeting organizer
            originalStart originalStartTimeZone originalEndTimeZone responseStatus isDraft cancelledOccurrences
            exceptionOccurrences attachments extensions instances calendar multiValueExtendedProperties""");

    private final ObjectNode body;
    private final List<FieldChange> changes = new ArrayList<>();

    private EventBody(ObjectNode body) {
        this.body = body;
    }

    /** The changes that the body of a new event asks for, in the order of its properties. */
    static List<FieldChange> read(ObjectNode body) throws Refusal {
        return read(body, false);
    }

    /**
     * The changes that a body asks for, in the order of its properties.
     *
     * @param body the body
     * @param allDay whether the event has lasted whole days so far
     */
    static List<FieldChange> read(ObjectNode body, boolean allDay) throws Refusal {
        EventBody reader = new EventBody(body);
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            reader.property(property.getKey(), property.getValue());
        }
        if (body.path("isAllDay").asBoolean(allDay)) {
            reader.checkDays();
        }
        return reader.changes;
    }

    private void property(String name, JsonNode value) throws Refusal {
        switch (name) {
            case "subject" -> text("Subject", value);
            case "transactionId" -> text("TransactionId", value);
            case "isAllDay" -> flag("IsAllDayEvent", name, value);
            case "isReminderOn" -> flag("ReminderIsSet", name, value);
            case "responseRequested" -> flag("IsResponseRequested", name, value);
            case "allowNewTimeProposals" -> flag("AllowNewTimeProposal", name, value);
            case "hideAttendees" -> flag("HideAttendees", name, value);
            case "reminderMinutesBeforeStart" -> set(Tree.of("t:ReminderMinutesBeforeStart", "" + value.asInt(0)));
            case "importance" -> word("Importance", EventWords.IMPORTANCE, name, value);
            case "sensitivity" -> word("Sensitivity", EventWords.SENSITIVITY, name, value);
            case "showAs" -> word("LegacyFreeBusyStatus", EventWords.SHOW_AS, name, value);
            case "body" -> content(value);
            case "location" -> place(value.path("displayName").asText(""));
            case "locations" -> places(value);
            case "categories" -> categories(value);
            case "attendees" -> attendees(value);
            case "start" -> time("Start", name, value);
            case "end" -> time("End", name, value);
            case "recurrence" -> recurrence(value);
            case ExtendedValues.NAME -> {} // read elsewhere
            default -> other(name);
        }
    }

    private static void other(String name) throws Refusal {
        if (!NOT_THEIRS.contains(name) && name.indexOf('@') < 0) {
            throw unreadable("The property '" + name + "' does not exist on type 'microsoft.graph.event'. Make sure to "
                    + "only use property names that are defined by the type.");
        }
    }

    private void text(String element, JsonNode value) throws Refusal {
        if (value.isNull() || value.asText().isEmpty()) {
            clear(element);
        } else if (value.isTextual()) {
            set(Tree.of("t:" + element, value.textValue()));
        } else {
            throw unreadable("Cannot convert the literal '" + value + "' to the expected type 'Edm.String'.");
        }
    }

    private void flag(String element, String name, JsonNode value) throws Refusal {
        if (!value.isBoolean()) {
            throw unreadable("The value of '" + name + "' is no 'Edm.Boolean'.");
        }
        set(Tree.of("t:" + element, value.asText()));
    }

    private void word(String element, EventWords words, String name, JsonNode value) throws Refusal {
        String stored = words.stored(value.asText(""));
        if (stored == null) {
            throw unreadable("The value of '" + name + "' is none of its type.");
        }
        set(Tree.of("t:" + element, stored));
    }

    private void content(JsonNode value) throws Refusal {
        String content = value.path("content").asText("");
        String type = EventWords.BODY.stored(value.path("contentType").asText("text"));
        if (type == null) {
            throw unreadable("The value of 'contentType' is none of its type.");
        }
        if (content.isEmpty()) {
            clear("Body");
        } else {
            set(Tree.of("t:Body", content).with("BodyType", type));
        }
    }

    private void places(JsonNode value) {
        if (!body.has("location")) {
            place(StreamSupport.stream(value.spliterator(), false)
                    .map(place -> place.path("displayName").asText(""))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining("; ")));
        }
    }

    private void place(String name) {
        if (name.isEmpty()) {
            clear("Location");
        } else {
            set(Tree.of("t:Location", name));
        }
    }

    private void categories(JsonNode value) {
        List<Tree> names = new ArrayList<>();
        value.forEach(name -> names.add(Tree.of("t:String", name.asText())));
        list("Categories", names);
    }

    private void attendees(JsonNode value) throws Refusal {
        EventPeople.read(value).forEach(this::list);
    }

    private void list(String element, List<Tree> entries) {
        if (entries.isEmpty()) {
            clear(element);
        } else {
            set(Tree.of("t:" + element, entries));
        }
    }

    private void time(String element, String name, JsonNode value) throws Refusal {
        EventTimes.Moment moment = EventTimes.read(name, value);
        set(Tree.of("t:" + element, moment.instant().toString()));
        set(ZoneDefinition.brief(element + "TimeZone", moment.zone()));
    }

    private void recurrence(JsonNode value) throws Refusal {
        if (value.isNull()) {
            clear("Recurrence");
        } else {
            set(EventRecurrence.read(value));
        }
    }

    private void set(Tree element) {
        PropertyPath path = new PropertyPath.Element(element.localName());
        changes.add(new FieldChange("SetItemField", path, Tree.of("t:CalendarItem", element)));
    }

    private void clear(String element) {
        PropertyPath path = new PropertyPath.Element(element);
        changes.add(new FieldChange("DeleteItemField", path, Tree.of("t:CalendarItem")));
    }

    private static Refusal unreadable(String text) {
        return new Refusal("RequestBodyRead", text);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Events of whole days start and end at midnight of one zone. */
    private void checkDays() throws Refusal {
        for (String name : List.of("start", "end")) {
            if (body.has(name) && !EventTimes.read(name, body.path(name)).isMidnight()) {
                throw EventTimes.invalid(
                        "The Event." + name + " property for an all-day event needs to be set to midnight.");
            }
        }
        boolean oneZone =
                body.path("start").path("timeZone").equals(body.path("end").path("timeZone"));
        if (body.has("start") && body.has("end") && !oneZone) {
            throw EventTimes.invalid("The start and the end of an all-day event need to be in the same time zone.");
        }
    }
}
