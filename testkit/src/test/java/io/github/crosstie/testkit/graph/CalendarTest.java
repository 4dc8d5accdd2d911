package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.mailbox.ItemLookup;
import io.github.crosstie.testkit.mailbox.Refusal;
import io.github.crosstie.testkit.mailbox.Series;
import io.github.crosstie.testkit.mailbox.ShownItem;
import io.github.crosstie.testkit.mailbox.StoredFolder;
import io.github.crosstie.testkit.mailbox.StoredItem;
import io.github.crosstie.testkit.mailbox.StoredMailbox;
import java.util.function.UnaryOperator;

/** A calendar, and events as Graph writes and tells them; JSON of tests has single quotes. */
abstract class CalendarTest {

    static final String HOUR = "'start':{'dateTime':'2026-03-16T09:00:00','timeZone':'W. Europe Standard Time'},"
            + "'end':{'dateTime':'2026-03-16T10:00:00','timeZone':'W. Europe Standard Time'}";

    static final String WEEKLY = "'recurrence':{'pattern':{'type':'weekly','interval':1,'daysOfWeek':['monday']},"
            + "'range':{'type':'numbered','startDate':'2026-03-16','numberOfOccurrences':4}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    final MutableClock clock = MutableClock.create();
    final StoredMailbox anna = new StoredMailbox(1, "anna@acme.example", clock);
    final StoredFolder calendar = anna.distinguished("calendar");

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("JSON of a test: it cannot be read; correct it", unreadable);
        }
    }

    StoredItem create(String properties) throws Refusal {
        return EventWrites.create(anna, calendar, EventBody.read(json("{" + properties + "}")));
    }

    ShownItem update(String id, String properties) throws Refusal {
        return ShownItem.of(EventWrites.update(
                ItemLookup.in(anna, id), EventBody.read(json("{" + properties + "}"))));
    }

    ObjectNode show(StoredItem item) throws Refusal {
        return show(ShownItem.of(anna, item), "UTC");
    }

    static ObjectNode show(ShownItem item, String zone) throws Refusal {
        return new EventAnswer(zone, "html", UnaryOperator.identity()).whole(item);
    }

    ShownItem occurrence(StoredItem master, int index) throws Refusal {
        return ShownItem.of(anna, Series.of(master).byIndex(index));
    }
}
