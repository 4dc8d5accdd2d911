package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder.Change;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What takes place in a calendar in a span of time, and what has changed there since a client looked last. */
final class ViewResource {

    private static final String MORE = "$skiptoken";
    private static final String LATER = "$deltatoken";

    /**
     * Answers a request.
     *
     * @param calendar the calendar
     * @param request the request, its path seen from the calendar's view
     */
    GraphReply answer(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        if (!request.is("GET")) {
            throw GraphRefusal.notAllowed();
        }
        if (request.depth() == 0) {
            return list(calendar, request);
        }
        if (!request.at(0, "delta") || request.depth() > 1) {
            throw GraphRefusal.noSuchPath(request.segment(0));
        }
        return delta(calendar, request);
    }

    private static GraphReply list(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        TimeWindow window = TimeWindow.of(request);
        if (!request.option("$expand").isEmpty()) {
            throw new GraphRefusal(
                    500, "ErrorInternalServerError", "An internal server error occurred. The operation failed.");
        }
        List<Found> all = new ArrayList<>();
        for (StoredItem item : calendar.items.values()) {
            all.addAll(window.events(request.mailbox(), item));
        }
        return EventRow.page(all, request);
    }

    private static GraphReply delta(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        for (String option : List.of("$filter", "$expand", "$orderby", "$search")) {
            if (!request.option(option).isEmpty()) {
                throw GraphRefusal.badQuery("The query option " + option + " is not supported with change tracking.");
            }
        }
        DeltaToken token = token(calendar, request);
        CalendarDelta delta = new CalendarDelta(request, window(token.scope()));
        int size = request.prefer().pageSize(Page.SIZE);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("@odata.context", request.context("calendarView") + "/$delta");
        ArrayNode value = page.putArray("value");
        long reached = Math.max(token.base(), token.cursor());
        for (Map.Entry<Long, Change> entry :
                calendar.changes.subMap(reached, false, token.top(), true).entrySet()) {
            List<ObjectNode> entries = delta.entries(entry.getValue(), token.isFirstRound());
            if (!value.isEmpty() && value.size() + entries.size() > size) {
                page.put("@odata.nextLink", request.link(MORE, token.at(reached).write(request)));
                return GraphReply.ok(page);
            }
            value.addAll(entries);
            reached = entry.getKey();
        }
        page.put("@odata.deltaLink", request.link(LATER, token.finished().write(request)));
        return GraphReply.ok(page);
    }

    private static DeltaToken token(StoredFolder calendar, GraphRequest request) throws GraphRefusal, Refusal {
        String given = request.option(MORE) + request.option(LATER);
        if (given.isEmpty()) {
            TimeWindow window = TimeWindow.of(request);
            return DeltaToken.start(window.from() + " " + window.to() + " " + calendar.id, request.mailbox());
        }
        DeltaToken token =
                DeltaToken.read(given, request, scope -> window(scope).query());
        if (!token.scope().endsWith(" " + calendar.id)) {
            throw new GraphRefusal(400, "BadRequest", "The token is one of another resource.");
        }
        return token;
    }

    private static TimeWindow window(String scope) {
        String[] parts = scope.split(" ", 3);
        return new TimeWindow(Instant.parse(parts[0]), Instant.parse(parts[1]));
    }
}
