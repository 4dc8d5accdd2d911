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
 */
public record SyncPlan(PlanHeader header, List<PlannedChange> changes, List<Skip> skips) {

    /** Copies the lists. */
    public SyncPlan {
        Objects.requireNonNull(header, "header");
        changes = List.copyOf(changes);
        skips = List.copyOf(skips);
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
     * Whether there is anything to carry out, be it only in the stored state. What is held or left alone is not.
     *
     * @return true if carrying it out changes nothing
     */
    public boolean isIdle() {
        return changes.stream().allMatch(PlannedChange.Held.class::isInstance);
    }
}
