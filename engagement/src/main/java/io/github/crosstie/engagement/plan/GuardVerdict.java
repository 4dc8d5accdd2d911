package io.github.crosstie.engagement.plan;

import java.util.Objects;

/**
 * What a guard says of a unit's plan.
 *
 * @param cause which guard
 * @param planned how many changes it is about; those that were released do not count
 * @param made how many were made within its window without a release
 * @param users how many live users the unit has
 * @param holds whether it holds them
 * @param reason why it holds them and what to do; empty if it does not
 */
public record GuardVerdict(HoldCause cause, int planned, int made, int users, boolean holds, String reason) {

    /** Requires cause and reason. */
    public GuardVerdict {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reason, "reason");
    }
}
