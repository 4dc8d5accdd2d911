package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import java.util.Locale;

/** The calendars of a mailbox, and what lies below each: its events and its view of a span of time. */
final class CalendarsResource implements Resource {

    private final EventsResource events = new EventsResource();
    private final ViewResource view = new ViewResource();

    @Override
    public GraphReply answer(GraphRequest request) throws GraphRefusal, Refusal {
        StoredFolder own = request.mailbox().distinguished("calendar");
        return switch (request.segment(0).toLowerCase(Locale.ROOT)) {
            case "calendar" -> below(own, request.below(1));
            case "calendars" -> calendars(request.below(1));
            default -> below(own, request);
        };
    }

    private GraphReply calendars(GraphRequest request) throws GraphRefusal, Refusal {
        if (request.depth() == 0) {
            return switch (request.method()) {
                case "GET" -> GraphReply.ok(list(request));
                case "POST" -> GraphReply.json(201, create(request));
                default -> throw GraphRefusal.notAllowed();
            };
        }
        StoredFolder calendar = ItemIds.folder(request.mailbox(), request.segment(0));
        if (calendar == null || !isCalendar(calendar)) {
            throw GraphRefusal.notFound();
        }
        return below(calendar, request.below(1));
    }

    private GraphReply below(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        return switch (request.segment(0).toLowerCase(Locale.ROOT)) {
            case "" -> GraphReply.ok(calendar(calendar, request));
            case "events" -> events.answer(calendar, request.below(1));
            case "calendarview" -> view.answer(calendar, request.below(1));
            default -> throw GraphRefusal.noSuchPath(request.segment(0));
        };
    }

    private static boolean isCalendar(StoredFolder folder) {
        return folder.folderClass.equals("IPF.Appointment");
    }

    private static ObjectNode list(GraphRequest request) throws GraphRefusal, Refusal {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("@odata.context", request.context("calendars"));
        ArrayNode value = list.putArray("value");
        for (StoredFolder folder : request.mailbox().folders.values()) {
            if (isCalendar(folder)) {
                value.add(show(folder, request));
            }
        }
        return list;
    }

    private static ObjectNode create(GraphRequest request) throws GraphRefusal, Refusal {
        String name = request.object().path("name").asText("");
        if (name.isEmpty()) {
            throw GraphRefusal.unreadable("A calendar needs a name.");
        }
        if (request.mailbox().folderNamed(name) != null) {
            throw new GraphRefusal(409, "ErrorFolderExists", "A folder with the specified name already exists.");
        }
        StoredFolder above = request.mailbox().distinguished("calendar");
        StoredFolder made = new StoredFolder(above, "", above.folderClass, name);
        return show(request.mailbox().addFolder(made), request);
    }

    private static ObjectNode calendar(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        if (!request.is("GET")) {
            throw GraphRefusal.notAllowed();
        }
        ObjectNode shown = show(calendar, request);
        shown.put("@odata.context", request.context("calendar"));
        return shown;
    }

    private static ObjectNode show(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", ItemIds.of(calendar));
        shown.put("name", calendar.displayName);
        shown.put("color", "auto");
        shown.put("changeKey", calendar.changeKey);
        shown.put("isDefaultCalendar", calendar.distinguishedName.equals("calendar"));
        shown.put("canShare", true);
        shown.put("canViewPrivateItems", true);
        shown.put("canEdit", true);
        shown.putObject("owner").put("name", request.mailbox().displayName).put("address", request.mailbox().address);
        Selection.of(request).of(shown, "calendar");
        ExtendedValues.expandedBy(request).addTo(shown, property -> property.valueIn(calendar));
        return shown;
    }
}
