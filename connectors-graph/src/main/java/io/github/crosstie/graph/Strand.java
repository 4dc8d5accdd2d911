package io.github.crosstie.graph;

import io.github.crosstie.graph.operation.CalendarWindow;
import io.github.crosstie.graph.operation.DeltaPage;
import org.jspecify.annotations.Nullable;

/**
 * One chain of changes, which is followed lap by lap: a lap goes from one link that stays good to the next one, over
 * links that do not.
 *
 * @param window which days of the calendar it is about; null for contacts
 * @param base the link that the lap began with; empty in the first lap
 * @param link where to go on; empty for the beginning
 * @param laps how many laps have been finished, counted up to {@link #SETTLED}
 */
record Strand(@Nullable CalendarWindow window, String base, String link, int laps) {

    /** After so many laps a strand has told all that another one, which was always read before it, has told. */
    static final int SETTLED = 2;

    static Strand begin(@Nullable CalendarWindow window) {
        return new Strand(window, "", "", 0);
    }

    /** Whether a lap is yet to be begun. */
    boolean isAtRest() {
        return link.equals(base);
    }

    /** Whether there is a link to fall back to. */
    boolean canRestart() {
        return !base.isEmpty() && !isAtRest();
    }

    Strand restarted() {
        return new Strand(window, base, base, laps);
    }

    Strand after(DeltaPage page) {
        return page.last()
                ? new Strand(window, page.link(), page.link(), Math.min(laps + 1, SETTLED))
                : new Strand(window, base, page.link(), laps);
    }
}
