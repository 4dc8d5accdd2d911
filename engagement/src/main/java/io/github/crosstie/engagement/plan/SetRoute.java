package io.github.crosstie.engagement.plan;

import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.configuration.EngagementSet;
import java.util.Objects;

/**
 * How a user came into a set: proof of the assignment (A8).
 *
 * @param set which of the two sets
 * @param path the way, by the strongest kind of assignment
 */
public record SetRoute(EngagementSet set, WitnessPath path) {

    /** Requires both. */
    public SetRoute {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(path, "path");
    }

    @Override
    public String toString() {
        return (set == EngagementSet.MARKETING_USERS ? "Marketing Users" : "Sales Users") + ": " + path;
    }
}
