package io.github.crosstie.plan;

import io.github.crosstie.configuration.DeletionGuard;
import java.util.Locale;
import java.util.Objects;

/**
 * What the deletion guard says of a round's deletions as a whole (S13).
 *
 * @param holds whether it holds them
 * @param deletions how many are planned that nobody released, and were made within the guard's window
 * @param links how many links there were before all of these
 * @param reason why it holds them and what to do; empty if it does not
 */
public record GuardVerdict(boolean holds, int deletions, int links, String reason) {

    /** Requires the reason. */
    public GuardVerdict {
        Objects.requireNonNull(reason, "reason");
    }

    /** What a person does about held deletions. */
    static final String REMEDY =
            "; look at them with Crosstie.heldDeletions, and if they are meant, hand the token to Crosstie.releaseDeletions";

    /** The verdict on planned deletions and those made within the window, over the links that there were before all of them. */
    static GuardVerdict of(DeletionGuard guard, int planned, int made, int links, boolean sideEmptied) {
        int deletions = planned + made;
        String window = made == 0 ? "" : ", " + made + " of them made within " + guard.window() + ",";
        String numbers = deletions + " deletions" + window + " over " + links + " links";
        if (planned == 0) {
            return new GuardVerdict(false, deletions, links, "");
        }
        if (deletions > guard.maximum()) {
            return held(deletions, links, numbers + ": more than " + guard.maximum());
        }
        if (deletions >= guard.shareFrom() && deletions > guard.share() * links) {
            String percent = String.format(Locale.ROOT, "%.0f", guard.share() * 100);
            return held(deletions, links, numbers + ": more than " + percent + " %");
        }
        if (sideEmptied) {
            return held(deletions, links, numbers + ": one side would be, or was, emptied");
        }
        return new GuardVerdict(false, deletions, links, "");
    }

    private static GuardVerdict held(int deletions, int links, String reason) {
        return new GuardVerdict(true, deletions, links, reason + REMEDY);
    }

    /** The same deletions, held for a reason that lies outside of the collection. */
    GuardVerdict heldFor(String cause) {
        return held(deletions, links, cause);
    }
}
