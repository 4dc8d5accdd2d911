package io.github.crosstie.engagement.planner;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.plan.PlanDifference;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import java.util.Objects;

/**
 * What would follow if something were otherwise, in the units that were read: the plans and their difference name the
 * others. Nothing was touched. Immutable and thread-safe.
 */
public final class WhatIf {

    private final UserSyncPlan present;
    private final UserSyncPlan supposed;
    private final UserSyncPlanner before;
    private final UserSyncPlanner after;

    WhatIf(UserSyncPlan present, UserSyncPlan supposed, UserSyncPlanner before, UserSyncPlanner after) {
        this.present = Objects.requireNonNull(present, "present");
        this.supposed = Objects.requireNonNull(supposed, "supposed");
        this.before = before;
        this.after = after;
    }

    /**
     * What is due as things are.
     *
     * @return the plan
     */
    public UserSyncPlan present() {
        return present;
    }

    /**
     * What would be due.
     *
     * @return the plan over the hypothetical state
     */
    public UserSyncPlan supposed() {
        return supposed;
    }

    /**
     * Who would change because of it, over all units: those for whom the two plans differ.
     *
     * @return the difference, by unit and user
     */
    public PlanDifference difference() {
        return PlanDifference.between(present, supposed);
    }

    /**
     * One person in all units as things are.
     *
     * @param user the CRM user
     * @return the view
     * @throws IllegalArgumentException if there is no such user
     */
    public PersonView before(UserId user) {
        return before.person(user);
    }

    /**
     * One person in all units as it would be.
     *
     * @param user the CRM user
     * @return the view
     * @throws IllegalArgumentException if there would be no such user
     */
    public PersonView after(UserId user) {
        return after.person(user);
    }
}
