package io.github.crosstie.graph;

import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.graph.internal.operation.CalendarWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which days of a calendar are followed. Graph follows a window that stands still, while the events in scope move on
 * with the calendar (S23): so a window reaches further ahead than the scope, and before the scope outgrows it the
 * next one is begun, which overlaps it. Both are followed until the next one has told all that the old one has. Pure.
 */
final class RollingWindow {

    /** How many days a window is good for. */
    private static final int TERM = 60;

    /** So many days before its end the next one is begun. */
    private static final int WARM = 20;

    /** Days begin at midnight in UTC here, and up to 14 hours before or after it where people live. */
    private static final int MARGIN = 1;

    private final EventWindow scope;
    private final Clock clock;

    RollingWindow(EventWindow scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** A strand that nothing has been read of. */
    Strand begin() {
        return Strand.begin(around(today(), TERM));
    }

    /**
     * The strands to follow from now on.
     *
     * @param known those followed so far, each at rest, the oldest first
     */
    List<Strand> roll(List<Strand> known) {
        List<Strand> followed = new ArrayList<>(known);
        CalendarWindow soon = around(today().plusDays(WARM), 0);
        CalendarWindow now = around(today(), 0);
        CalendarWindow newest = known.get(known.size() - 1).window();
        if (newest == null || !newest.covers(new CalendarWindow(now.from(), soon.to()))) {
            followed.add(begin());
        }
        Strand last = followed.get(followed.size() - 1);
        return last.laps() >= Strand.SETTLED ? List.of(last) : followed;
    }

    private CalendarWindow around(LocalDate day, int further) {
        return new CalendarWindow(
                day.minusDays(scope.daysBack() + MARGIN), day.plusDays(scope.daysAhead() + 1 + MARGIN + further));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
