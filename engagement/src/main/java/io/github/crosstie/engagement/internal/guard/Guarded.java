package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.UserChange;
import java.util.List;

/**
 * What the guards let pass and what they hold.
 *
 * @param changes what passes, in order
 * @param held what is held, in order
 * @param verdicts what each guard says
 */
public record Guarded(List<UserChange> changes, List<HeldChange> held, List<GuardVerdict> verdicts) {

    /** Copies the lists. */
    public Guarded {
        changes = List.copyOf(changes);
        held = List.copyOf(held);
        verdicts = List.copyOf(verdicts);
    }
}
