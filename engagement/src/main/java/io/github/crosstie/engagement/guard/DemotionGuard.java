package io.github.crosstie.engagement.guard;

import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import java.util.Objects;
import java.util.Set;

/**
 * When changes of role that take something away are held: an edit of the role table reaches many users at once.
 *
 * @param limit how many are let pass, and over how long they add up; its share is that of the unit's live users
 * @param order which role may do more than which
 */
public record DemotionGuard(DeletionGuard limit, RoleOrder order) {

    /** More than 25, or at least 5 and more than a tenth, over a day. */
    public static final DemotionGuard DEFAULT = new DemotionGuard(DeletionGuard.DEFAULT, RoleOrder.DEFAULT);

    /** Requires both. */
    public DemotionGuard {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(order, "order");
    }

    /**
     * Whether a change takes something away by the role that it gives. Whoever comes out of the recycle bin loses
     * nothing by the role that they get.
     *
     * @param change the change
     * @param restored who was restored before it
     * @return true if the role of somebody who was live does not rise for certain
     */
    public boolean isDemotion(UserChange change, Set<EngagementUserId> restored) {
        return change instanceof UserChange.Update update && !restored.contains(update.target()) && isDemotion(update);
    }

    /**
     * Whether an update takes something away by the role that it gives.
     *
     * @param update the update of a live user
     * @return true if the role does not rise for certain
     */
    public boolean isDemotion(UserChange.Update update) {
        return update.difference()
                .get(UserField.ROLE)
                .filter(role -> order.isDemotion(role.before(), role.after()))
                .isPresent();
    }
}
