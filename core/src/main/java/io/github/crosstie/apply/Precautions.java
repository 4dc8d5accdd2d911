package io.github.crosstie.apply;

import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.StateChange;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is taken down around a write so that the next rounds are careful: a deletion, before it is made, so that it counts for the
 * guard's window even if nobody learns what became of it (S13).
 */
final class Precautions {

    private final CollectionState state;
    private final DeletionGuard guard;
    private final Clock clock;

    Precautions(CollectionState state, DeletionGuard guard, Clock clock) {
        this.state = state;
        this.guard = guard;
        this.clock = clock;
    }

    /** Stands in the commit that announces the writes. Released deletions have been looked at, and do not count. */
    List<StateChange> before(List<PreparedWrite> writes) {
        Instant now = clock.instant();
        List<StateChange> changes = new ArrayList<>();
        for (PreparedWrite write : writes) {
            if (write.change() instanceof PlannedChange.Delete delete
                    && !state.hold().releases(delete.held("", now))) {
                changes.add(new StateChange.LogDeletion(new DeletionLine(delete.link(), delete.side(), now)));
            }
        }
        if (!changes.isEmpty()) {
            changes.add(0, new StateChange.ForgetDeletionsBefore(now.minus(guard.window())));
        }
        return changes;
    }

    /** Stands in the commit that records what became of a write. */
    List<StateChange> after(PreparedWrite write, WriteOutcome outcome) {
        boolean mayBeMade = outcome instanceof WriteOutcome.Written || outcome instanceof WriteOutcome.Unknown;
        return write.change() instanceof PlannedChange.Delete && !mayBeMade
                ? List.of(new StateChange.ForgetDeletion(write.link()))
                : List.of();
    }
}
