package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Series;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.util.List;
import java.util.Map;

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

    Found update(Found found, String properties) throws Refusal {
        return EventWrites.update(found, EventBody.read(json("{" + properties + "}")));
    }

    Found found(StoredItem item) {
        return new Found(anna, item, null, "");
    }

    Found occurrence(StoredItem master, int index) throws Refusal {
        return found(master).at(Series.of(master).byIndex(index));
    }

    ObjectNode show(StoredItem item) throws Refusal {
        return show(found(item));
    }

    ObjectNode show(Found found) throws Refusal {
        return answer("").whole(found);
    }

    /** Tells events as a request with a header {@code Prefer} asks for them. */
    EventAnswer answer(String prefer) {
        return new EventAnswer(new GraphRequest(
                "GET",
                "http://graph.example/v1.0/users('anna')",
                "http://graph.example/v1.0/users('anna')/events",
                List.of("events"),
                Map.of(),
                null,
                Prefer.read(List.of(prefer)),
                MissingNode.getInstance(),
                anna,
                0));
    }
}
