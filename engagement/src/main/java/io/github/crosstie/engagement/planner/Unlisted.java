package io.github.crosstie.engagement.planner;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nobody comes into a unit or leaves it on the strength of a listing that is not complete: a live user whom it does not
 * show may be linked to the same CRM user (G3).
 */
final class Unlisted {

    private Unlisted() {}

    static LeftAlone left(UserId user, @Nullable EngagementUserId target) {
        LeftCode code = LeftCode.LISTING_INCOMPLETE;
        return new LeftAlone(
                user,
                target,
                code,
                Reason.of(
                        code.rule(),
                        "the unit's listing is not complete, and may not show whoever else is linked to the CRM user;"
                                + " plan again with a whole one"));
    }

    /** Takes everybody who would come in or leave out of some changes, and whatever else concerns them. */
    static List<UserChange> remove(List<UserChange> changes, List<LeftAlone> into) {
        Set<UserId> waiting = new HashSet<>();
        for (UserChange change : changes) {
            if (!(change instanceof UserChange.Update) && waiting.add(change.user())) {
                into.add(left(change.user(), change.target()));
            }
        }
        List<UserChange> kept = new ArrayList<>(changes);
        kept.removeIf(change -> waiting.contains(change.user()));
        return kept;
    }
}
