package io.github.crosstie.testkit.internal.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What takes place between two moments: single events and the occurrences of series. */
public final class CalendarView {

    private CalendarView() {}

    /** The events of a folder that touch a span of time, its edges included, in no order. */
    public static List<Placed> placed(StoredMailbox mailbox, StoredFolder folder, Instant from, Instant to)
            throws Refusal {
        List<Placed> placed = new ArrayList<>();
        for (StoredItem item : folder.items.values()) {
            if (!item.isEvent() || item.associated) {
                continue;
            }
            if (item.isSeries()) {
                for (Occurrence occurrence : Series.of(item).between(from, to)) {
                    placed.add(new Placed(occurrence.start(), ShownItem.of(mailbox, occurrence)));
                }
                continue;
            }
            Instant start = Times.stored(item.properties.text("Start"));
            Instant end = Times.stored(item.properties.text("End"));
            if (!end.isBefore(from) && start.isBefore(to)) {
                placed.add(new Placed(start, ShownItem.of(mailbox, item)));
            }
        }
        return placed;
    }

    /**
     * An event and its place in the view.
     *
     * @param start when it begins
     * @param item the event or the occurrence
     */
    public record Placed(Instant start, ShownItem item) {}
}
