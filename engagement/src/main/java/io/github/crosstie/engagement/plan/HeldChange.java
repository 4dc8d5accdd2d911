package io.github.crosstie.engagement.plan;

import java.util.Objects;

/**
 * A change that waits for a person.
 *
 * @param change the change
 * @param cause why it waits
 * @param place where it stands in the order of all changes of the plan, those that wait included; 0 is the first
 */
public record HeldChange(UserChange change, HoldCause cause, int place) {

    /** Requires change and cause. */
    public HeldChange {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(cause, "cause");
    }
}
