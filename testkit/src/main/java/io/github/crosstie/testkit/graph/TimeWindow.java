package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Occurrence;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Series;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of time.
 *
 * @param from the first moment
 * @param to the moment after the last one
 */
record TimeWindow(Instant from, Instant to) {

    /** Calendars are not unrolled for longer. */
    private static final Duration LONGEST = Duration.ofDays(1825);

    /** Reads the two parameters that a view of a calendar needs. */
    static TimeWindow of(GraphRequest request) throws GraphRefusal, Refusal {
        for (String name : List.of("startDateTime", "endDateTime")) {
            if (!request.query().containsKey(name)) {
                throw new GraphRefusal(
                        400,
                        "ErrorInvalidParameter",
                        "This request requires a time window specified by the query string parameters StartDateTime "
                                + "and EndDateTime.");
            }
        }
        TimeWindow window = new TimeWindow(
                EventTimes.edge("StartDateTime", request.option("startDateTime")),
                EventTimes.edge("EndDateTime", request.option("endDateTime")));
        if (window.to.isBefore(window.from)
                || Duration.between(window.from, window.to).compareTo(LONGEST) > 0) {
            throw new GraphRefusal(
                    400,
                    "ErrorInvalidParameter",
                    "The specified time window is too long, or it ends before it starts. It spans " + LONGEST.toDays()
                            + " days at most.");
        }
        return window;
    }

    /** The query that asks for it. */
    String query() {
        return "?startDateTime=" + from + "&endDateTime=" + to;
    }

    private boolean shows(Instant start, Instant end) {
        return start.isBefore(to) && (end.isAfter(from) || start.equals(from));
    }

    /** The occurrences of a series in it. */
    List<Found> occurrences(StoredMailbox mailbox, StoredItem master) throws Refusal {
        Found found = new Found(mailbox, master, null, "");
        List<Found> inside = new ArrayList<>();
        for (Occurrence occurrence : Series.of(master).between(from, to)) {
            if (shows(occurrence.start(), occurrence.end())) {
                inside.add(found.at(occurrence));
            }
        }
        return inside;
    }

    /** What takes place of an item in it: the event itself, or the occurrences of a series. */
    List<Found> events(StoredMailbox mailbox, StoredItem item) throws Refusal {
        if (!item.isEvent() || item.associated) {
            return List.of();
        }
        if (item.isSeries()) {
            return occurrences(mailbox, item);
        }
        Instant start = Times.stored(item.properties.text("Start"));
        Instant end = Times.stored(item.properties.text("End"));
        return shows(start, end) ? List.of(new Found(mailbox, item, null, "")) : List.of();
    }
}
