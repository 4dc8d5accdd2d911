package io.github.crosstie.sync;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Knows when timed series take place that are repeated every so many weeks on the day on which they start, and no other. */
enum WeeklyExpander implements RecurrenceExpander {
    INSTANCE;

    @Override
    public Expansion expand(EventTime first, Recurrence rule, ZonedDateTime from, ZonedDateTime to, int most) {
        EventTime.Timed timed = (EventTime.Timed) first;
        Duration length = Duration.between(timed.start(), timed.end());
        int left = rule.end() instanceof Recurrence.End.Count count ? count.occurrences() : Integer.MAX_VALUE;
        List<EventTime> found = new ArrayList<>();
        for (ZonedDateTime start = timed.start(); start.isBefore(to) && left > 0; left--) {
            if (!start.isBefore(from)) {
                if (found.size() == most) {
                    return new Expansion(found, false);
                }
                found.add(new EventTime.Timed(start, start.plus(length)));
            }
            start = start.plusWeeks(rule.interval());
        }
        return new Expansion(found, true);
    }
}
