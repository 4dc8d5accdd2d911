package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;

/**
 * An assignment whose target the directory does not list: deleted, hidden by a missing permission, or mistyped. It assigns
 * nobody. Who is in a group that is not listed is unknown, so nobody whom it could have meant is certain (A12, G3).
 *
 * @param configuration the configuration
 * @param assignment the assignment
 */
public record UnresolvedTarget(ConfigurationId configuration, Assignment assignment) {

    /**
     * The problem, for people.
     *
     * @return one sentence with the remedy
     */
    public String message() {
        return "configuration " + configuration + " is assigned to " + assignment.kind() + " " + assignment.targetId()
                + ", which the directory does not list; it assigns nobody: correct the id or drop the assignment";
    }
}
