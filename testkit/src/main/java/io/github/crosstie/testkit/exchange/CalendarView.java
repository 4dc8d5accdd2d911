package io.github.crosstie.testkit.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What takes place between two moments: single events and the occurrences of series. */
final class CalendarView {

    private static final Duration LONGEST = Duration.ofDays(2 * 366L);

    private CalendarView() {}

    static Tree[] find(Call call, StoredFolder folder, Tree view, ItemShape shape) throws Refusal {
        if (!folder.element().equals("CalendarFolder")) {
            throw new Refusal(
                    "ErrorCalendarFolderIsInvalidForCalendarView", "A calendar view needs a folder of events.");
        }
        if (call.body().child("m:Restriction") != null || call.body().child("m:SortOrder") != null) {
            throw new Refusal("ErrorInvalidRestriction", "A calendar view has neither restriction nor order.");
        }
        Instant from = Times.read(view.attribute("StartDate"), call.times().zone());
        Instant to = Times.read(view.attribute("EndDate"), call.times().zone());
        if (to.isBefore(from)) {
            throw new Refusal("ErrorCalendarEndDateIsEarlierThanStartDate", "EndDate is earlier than StartDate.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Refusal("ErrorCalendarViewRangeTooBig", "A calendar view spans two years at most.");
        }
        List<Placed> placed = new ArrayList<>(placed(FolderLookup.owner(call, folder), folder, from, to));
        placed.sort(Comparator.comparing(Placed::start));
        int most = view.attributes().containsKey("MaxEntriesReturned")
                ? Integer.parseInt(view.attribute("MaxEntriesReturned"))
                : Integer.MAX_VALUE;
        List<Tree> items = new ArrayList<>();
        for (Placed event : placed.subList(0, Math.min(most, placed.size()))) {
            items.add(shape.show(event.item(), call.times()));
        }
        return FindItem.root(items, items.size(), placed.size(), items.size() == placed.size());
    }

    /** The events of a folder that touch a span of time, its edges included, in no order. */
    static List<Placed> placed(StoredMailbox mailbox, StoredFolder folder, Instant from, Instant to) throws Refusal {
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
    record Placed(Instant start, ShownItem item) {}
}
