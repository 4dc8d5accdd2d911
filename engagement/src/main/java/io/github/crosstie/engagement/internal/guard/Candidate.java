package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UserChange;
import org.jspecify.annotations.Nullable;

/** A change while the guards look at it. */
final class Candidate {

    final UserChange change;
    final boolean released;
    private @Nullable HoldCause cause;

    Candidate(UserChange change, boolean released) {
        this.change = change;
        this.released = released;
    }

    @Nullable
    HoldCause cause() {
        return cause;
    }

    boolean passes() {
        return cause == null;
    }

    void hold(HoldCause because) {
        cause = because;
    }
}
