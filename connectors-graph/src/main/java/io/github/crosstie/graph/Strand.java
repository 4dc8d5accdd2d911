package io.github.crosstie.graph;

import io.github.crosstie.graph.internal.operation.CalendarWindow;
import io.github.crosstie.graph.internal.operation.DeltaPage;
import org.jspecify.annotations.Nullable;

/**
 * One chain of changes, which is followed lap by lap: a lap goes from one link that stays good to the next one, over
 * links that do not.
 *
 * @param window which days of the calendar it is about; null for contacts
 * @param base the link that the lap began with; empty in the first lap
 * @param link where to go on; empty for the beginning
 * @param laps how many laps have been finished, counted up to {@link #SETTLED}
 * @param restarts how often the lap was begun anew
 */
record Strand(@Nullable CalendarWindow window, String base, String link, int laps, int restarts) {

    /** After so many laps a strand has told all that another one, which was always read before it, has told. */
    static final int SETTLED = 2;

    /** A lap whose links expired so often is given up: the server would lead on and on, and never to its end. */
    static final int MOST_RESTARTS = 2;

    static Strand begin(@Nullable CalendarWindow window) {
        return new Strand(window, "", "", 0, 0);
    }

    /** Whether a lap is yet to be begun. */
    boolean isAtRest() {
        return link.equals(base);
    }

    /** Whether there is a link to fall back to, and any hope in it. */
    boolean canRestart() {
        return !base.isEmpty() && !isAtRest() && restarts < MOST_RESTARTS;
    }

    Strand restarted() {
        return new Strand(window, base, base, laps, restarts + 1);
    }

    Strand after(DeltaPage page) {
        return page.last()
                ? new Strand(window, page.link(), page.link(), Math.min(laps + 1, SETTLED), 0)
                : new Strand(window, base, page.link(), laps, restarts);
    }

    /** The days and the count alone: links are the mailbox's own. */
    @Override
    public String toString() {
        return "Strand[" + window + ", laps " + laps + ", restarts " + restarts + "]";
    }
}
