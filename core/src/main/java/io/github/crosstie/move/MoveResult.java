package io.github.crosstie.move;

import java.util.Objects;

/** What came of a move, or of its way back (S22). */
public sealed interface MoveResult {

    /**
     * What it came to, looked at once more while no round could run.
     *
     * @return the plan
     */
    MovePlan plan();

    /**
     * It is done: the next round goes by the other way.
     *
     * @param plan what was committed
     */
    record Committed(MovePlan plan) implements MoveResult {
        /** Requires the plan. */
        public Committed {
            Objects.requireNonNull(plan, "plan");
        }
    }

    /**
     * It is not done, and nothing has changed: the plan's blockers say why, and what to do.
     *
     * @param plan what keeps it
     */
    record Refused(MovePlan plan) implements MoveResult {
        /** Requires the plan. */
        public Refused {
            Objects.requireNonNull(plan, "plan");
        }
    }
}
