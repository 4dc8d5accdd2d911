package io.github.crosstie.plan;

import java.util.List;
import java.util.Objects;

/**
 * What one round is to do, as a value (G1): the same inputs give the same plan. The order is that of its execution: state
 * alone, then the CRM's writes, then the mailbox's, then what settles the pairs, then what is held; within each by id.
 *
 * @param header what it is about, what it presumes and how much it asks for
 * @param changes the changes, in order
 * @param skips what is left alone, in order
 * @param basis what the changes presume of the links and records that they concern
 */
public record SyncPlan(PlanHeader header, List<PlannedChange> changes, List<Skip> skips, PlanBasis basis) {

    /** Copies the lists. */
    public SyncPlan {
        Objects.requireNonNull(header, "header");
        changes = List.copyOf(changes);
        skips = List.copyOf(skips);
        Objects.requireNonNull(basis, "basis");
    }

    /**
     * The same plan with another word on what is held.
     *
     * @param hold the token of what is held, and the release that is carried out
     * @return a changed copy
     */
    public SyncPlan with(HoldNotice hold) {
        return hold.equals(header.hold()) ? this : new SyncPlan(header.with(hold), changes, skips, basis);
    }

    /**
     * Whether it asks for nothing on either side.
     *
     * @return true if it makes no remote write
     */
    public boolean writesNothing() {
        return header.totals().writes() == 0;
    }

    /**
     * Whether there is no change to carry out, not even in the stored state alone. What is held or left alone counts as none.
     *
     * @return true if it asks for no change, so that planning again brings nothing new
     */
    public boolean isIdle() {
        return changes.stream().allMatch(PlannedChange.Held.class::isInstance);
    }
}
