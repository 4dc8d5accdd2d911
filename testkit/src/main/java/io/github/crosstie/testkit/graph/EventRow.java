package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event or an occurrence in a list.
 *
 * @param found the event
 * @param request who asks for the list
 */
record EventRow(Found found, GraphRequest request) implements Page.Row {

    /** The page of some events that a request asks for. */
    static GraphReply page(List<Found> events, GraphRequest request) throws GraphRefusal, Refusal {
        List<EventRow> rows = new ArrayList<>();
        events.forEach(found -> rows.add(new EventRow(found, request)));
        return Page.of(request, "event", rows);
    }

    @Override
    public ObjectNode json() throws Refusal {
        EventAnswer answer = new EventAnswer(request);
        return request.option("$select").isEmpty() ? answer.listed(found) : answer.whole(found);
    }

    @Override
    public @Nullable String value(ExtendedProperty property) throws Refusal {
        return property.valueIn(found.item(), properties());
    }

    /** What is stored, as far as that will do: a search looks at every event. */
    private Properties properties() throws Refusal {
        return found.occurrence() == null
                ? found.item().properties
                : ShownItem.of(found).properties();
    }
}
