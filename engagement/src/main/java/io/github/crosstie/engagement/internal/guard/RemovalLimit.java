package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HoldCause;
import java.util.Locale;

/** The limit on what may be taken away at once and within a window (S13). */
final class RemovalLimit {

    private final HoldCause cause;
    private final String noun;
    private final DeletionGuard guard;

    RemovalLimit(HoldCause cause, String noun, DeletionGuard guard) {
        this.cause = cause;
        this.noun = noun;
        this.guard = guard;
    }

    /** The verdict on planned removals and those made within the window, over the live users before all of them. */
    GuardVerdict verdict(int planned, int made, int users, boolean emptied) {
        int count = planned + made;
        if (planned == 0) {
            return new GuardVerdict(cause, 0, made, users, false, "");
        }
        String window = made == 0 ? "" : ", " + made + " of them within the last " + guard.window() + ",";
        String numbers = count + " " + noun + window + " over " + users + " users: ";
        String excess = excess(count, users, emptied);
        return excess.isEmpty()
                ? new GuardVerdict(cause, planned, made, users, false, "")
                : new GuardVerdict(
                        cause,
                        planned,
                        made,
                        users,
                        true,
                        numbers + excess
                                + "; look at what is held, and if it is meant, release it with the plan's token");
    }

    private String excess(int count, int users, boolean emptied) {
        if (count > guard.maximum()) {
            return "more than " + guard.maximum();
        }
        if (count >= guard.shareFrom() && count > guard.share() * users) {
            return "more than " + String.format(Locale.ROOT, "%.0f", guard.share() * 100) + " %";
        }
        return emptied ? "nobody who came from the CRM would be left" : "";
    }
}
