package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Occurrence;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder.Change;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what has changed in a part of a calendar. Of a series that has changed all is told again that lies there: its
 * master, its exceptions, and no more than place and time of its other occurrences; one that was deleted is just
 * missing. What has changed elsewhere in the calendar is told as if it had been deleted.
 */
final class CalendarDelta {

    private final GraphRequest request;
    private final TimeWindow window;
    private final EventAnswer answer;

    CalendarDelta(GraphRequest request, TimeWindow window) {
        this.request = request;
        this.window = window;
        answer = new EventAnswer(request);
    }

    /**
     * What is told of a change, which pages do not tear apart.
     *
     * @param change what happened
     * @param first whether the client knows nothing yet
     * @return the entries; none if there is nothing to say
     */
    List<ObjectNode> entries(Change change, boolean first) throws Refusal {
        if (change.associated()) {
            return List.of();
        }
        StoredItem item = change.gone() ? null : request.mailbox().items.get(change.item());
        List<ObjectNode> inside = item == null ? List.of() : inside(item);
        return inside.isEmpty() && !first ? List.of(answer.removed(change)) : inside;
    }

    private List<ObjectNode> inside(StoredItem item) throws Refusal {
        List<ObjectNode> entries = new ArrayList<>();
        for (Found found : window.events(request.mailbox(), item)) {
            Occurrence occurrence = found.occurrence();
            boolean bare = occurrence != null && occurrence.exception() == null;
            entries.add(bare ? answer.bare(found) : answer.listed(found));
        }
        if (item.isSeries() && !entries.isEmpty()) {
            entries.add(0, answer.listed(new Found(request.mailbox(), item, null, "")));
        }
        return entries;
    }
}
