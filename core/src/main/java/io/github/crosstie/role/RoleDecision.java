package io.github.crosstie.role;

import io.github.crosstie.configuration.EngagementRole;
import java.util.Objects;

/** What role a user has in a business unit, and why. */
public sealed interface RoleDecision {

    /**
     * The decision and its reason, for people.
     *
     * @return one sentence
     */
    String reason();

    /**
     * The user has a role.
     *
     * @param role the role
     * @param rule the rule it follows from
     * @param reason the reason, for people
     */
    record Granted(EngagementRole role, RoleRule rule, String reason) implements RoleDecision {
        /** Checks that nothing is null. */
        public Granted {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The user is in both sets and the unit's policy rejects that: nothing is done to them (U4).
     *
     * @param reason the reason, for people
     */
    record Rejected(String reason) implements RoleDecision {
        /** Checks that nothing is null. */
        public Rejected {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The user is in neither set.
     *
     * @param reason the reason, for people
     */
    record NotAssigned(String reason) implements RoleDecision {
        /** Checks that nothing is null. */
        public NotAssigned {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
