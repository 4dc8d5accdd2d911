package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.CalendarView;
import io.github.crosstie.testkit.internal.mailbox.CalendarView.Placed;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** FindItem with a calendar view: what takes place between two moments, by its start. */
final class FindInCalendar {

    private static final Duration LONGEST = Duration.ofDays(2 * 366L);

    private FindInCalendar() {}

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
        List<Placed> placed = new ArrayList<>(CalendarView.placed(FolderLookup.owner(call, folder), folder, from, to));
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
}
