package io.github.crosstie.plan;

import io.github.crosstie.configuration.DeletionGuard;
import java.util.Locale;
import java.util.Objects;

/**
 * What the deletion guard says of a round's deletions as a whole (S13).
 *
 * @param holds whether it holds them
 * @param deletions how many the round has made and plans
 * @param links how many links there were before
 * @param reason why it holds them and what to do; empty if it does not
 */
public record GuardVerdict(boolean holds, int deletions, int links, String reason) {

    /** Requires the reason. */
    public GuardVerdict {
        Objects.requireNonNull(reason, "reason");
    }

    static GuardVerdict of(DeletionGuard guard, int deletions, int links, boolean sideEmptied) {
        String numbers = deletions + " deletions over " + links + " links";
        if (deletions > guard.maximum()) {
            return held(deletions, links, numbers + ": more than " + guard.maximum());
        }
        if (deletions >= guard.shareFrom() && deletions > guard.share() * links) {
            String percent = String.format(Locale.ROOT, "%.0f", guard.share() * 100);
            return held(deletions, links, numbers + ": more than " + percent + " %");
        }
        if (deletions > 0 && sideEmptied) {
            return held(deletions, links, numbers + ": one side would be, or was, emptied");
        }
        return new GuardVerdict(false, deletions, links, "");
    }

    private static GuardVerdict held(int deletions, int links, String reason) {
        return new GuardVerdict(
                true,
                deletions,
                links,
                reason
                        + "; look at the held deletions, and if they are meant, raise the guard's numbers for one round");
    }
}
