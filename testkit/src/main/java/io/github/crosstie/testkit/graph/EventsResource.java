package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Events by their ids, new ones, and the events of a calendar: single ones and series, no occurrences. */
final class EventsResource {

    private final EventTransactions transactions = new EventTransactions();

    /**
     * Answers a request.
     *
     * @param calendar the calendar
     * @param request the request, its path seen from the calendar's events
     */
    GraphReply answer(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        if (request.depth() == 0) {
            return switch (request.method()) {
                case "GET" -> list(calendar, request);
                case "POST" -> create(calendar, request);
                default -> throw GraphRefusal.notAllowed();
            };
        }
        Found found = ItemIds.find(request.mailbox(), request.segment(0));
        if (!found.item().isEvent()) {
            throw GraphRefusal.notFound();
        }
        return request.depth() == 1 ? one(found, request) : below(found, request);
    }

    private GraphReply one(Found found, GraphRequest request) throws GraphRefusal, Refusal {
        return switch (request.method()) {
            case "GET" -> GraphReply.ok(show(found, request));
            case "PATCH" -> update(found, request);
            case "DELETE" -> {
                ETags.check(request.ifMatch(), found.changeKey());
                EventWrites.delete(found);
                yield GraphReply.noContent();
            }
            default -> throw GraphRefusal.notAllowed();
        };
    }

    private static GraphReply below(Found found, GraphRequest request) throws GraphRefusal, Refusal {
        return switch (request.segment(1).toLowerCase(Locale.ROOT) + " " + request.method()) {
            case "instances GET" -> instances(found, request);
            case "cancel POST" -> cancel(found);
            case "permanentdelete POST" -> {
                EventWrites.deleteForGood(found);
                yield GraphReply.noContent();
            }
            case "instances POST", "cancel GET" -> throw GraphRefusal.notAllowed();
            default -> throw GraphRefusal.noSuchPath(request.segment(1));
        };
    }

    private static GraphReply list(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        List<Found> all = new ArrayList<>();
        for (StoredItem item : calendar.items.values()) {
            if (item.isEvent() && !item.associated) {
                all.add(new Found(request.mailbox(), item, null, ""));
            }
        }
        return EventRow.page(all, request);
    }

    private GraphReply create(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        StoredItem known = transactions.find(request);
        StoredItem item = known == null
                ? EventWrites.create(request.mailbox(), calendar, changes(request.object(), false))
                : known;
        transactions.remember(request, item);
        Found found = new Found(request.mailbox(), item, null, "");
        return GraphReply.json(201, show(found, request));
    }

    private static GraphReply update(Found found, GraphRequest request) throws GraphRefusal, Refusal {
        ETags.check(request.ifMatch(), found.changeKey());
        JsonNode body = request.object();
        String transaction = body.path("transactionId").asText("");
        if (body.has("transactionId")
                && !transaction.equals(found.item().properties.text("TransactionId"))) {
            throw new GraphRefusal(400, "ErrorInvalidRequest", "The TransactionId of an event cannot be changed.");
        }
        Found after = EventWrites.update(found, changes(body, isAllDay(found)));
        return GraphReply.ok(show(after, request));
    }

    private static boolean isAllDay(Found found) throws Refusal {
        return ShownItem.of(found).properties().is("IsAllDayEvent");
    }

    private static List<FieldChange> changes(JsonNode body, boolean allDay) throws GraphRefusal, Refusal {
        List<FieldChange> changes = new ArrayList<>(EventBody.read((ObjectNode) body, allDay));
        changes.addAll(ExtendedValues.changes(body.path(ExtendedValues.NAME)));
        return changes;
    }

    private static GraphReply instances(Found found, GraphRequest request) throws GraphRefusal, Refusal {
        if (!found.item().isSeries() || found.occurrence() != null) {
            throw new GraphRefusal(400, "ErrorInvalidRequest", "The event is not the master of a series.");
        }
        TimeWindow window = TimeWindow.of(request);
        return EventRow.page(window.occurrences(request.mailbox(), found.item()), request);
    }

    private static GraphReply cancel(Found found) throws GraphRefusal, Refusal {
        if (!ShownItem.of(found).properties().is("IsOrganizer")) {
            throw new GraphRefusal(
                    400,
                    "ErrorInvalidRequest",
                    "Your request can't be completed. You need to be an organizer to cancel a meeting.");
        }
        EventWrites.delete(found);
        return GraphReply.json(202, MissingNode.getInstance());
    }

    private static ObjectNode show(Found found, GraphRequest request) throws GraphRefusal, Refusal {
        ObjectNode shown = EventExpansion.of(request).one(found);
        shown.put("@odata.context", request.context("events") + "/$entity");
        return shown;
    }
}
