package io.github.crosstie.apply;

import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a lease back, whatever has happened, and with it the last that its round has to say (S18). */
final class LeaseEnd {

    private final RoundParts parts;
    private final Fence fence;
    private final Audience audience;
    private @Nullable Passage passage;

    LeaseEnd(RoundParts parts, Fence fence, Audience audience) {
        this.parts = parts;
        this.fence = fence;
        this.audience = audience;
    }

    /** From here on there may be something to say. */
    void of(Passage begun) {
        passage = begun;
    }

    /** What was done is told in any case: a lease that was not given back runs out by itself. */
    RoundReport after(RoundReport report) {
        try {
            JournalRetention.Expired expired = expired();
            release(report.stopped().map(stop -> Stops.reason(stop.code())).orElse(null), expired.changes());
            return report.dropping(expired.lines());
        } catch (RuntimeException e) {
            Outcome unreleased = new Outcome.Unreleased("the store did not take back the lease of " + parts.collection()
                    + " (" + cause(e) + "); another worker can start when it has run out, "
                    + SyncRound.LEASE.toMinutes() + " minutes at most");
            audience.outcome(unreleased);
            return report.with(unreleased);
        }
    }

    void after(Throwable failure) {
        try {
            release(StopReason.BROKEN, List.of());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private JournalRetention.Expired expired() {
        try {
            return passage == null
                    ? JournalRetention.Expired.NOTHING
                    : parts.journal().expired(passage.lastRound());
        } catch (CrosstieException e) {
            // Old lines can wait for another day; the lease, which others wait for, must not wait for them.
            return JournalRetention.Expired.NOTHING;
        }
    }

    private void release(@Nullable StopReason stop, List<StateChange> further) {
        List<StateChange> last = new ArrayList<>(passage == null ? List.of() : passage.last(stop));
        last.addAll(further);
        parts.store().release(fence, last);
    }

    /** Other exceptions are named alone: nobody vouches for their texts (G6). */
    private static String cause(RuntimeException e) {
        return e instanceof CrosstieException fault
                ? Stops.message(fault)
                : e.getClass().getName();
    }
}
