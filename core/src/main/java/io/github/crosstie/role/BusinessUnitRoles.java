package io.github.crosstie.role;

import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.assignment.UnitSets;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The roles that an organization's users have in its business units. Immutable and thread-safe.
 */
public final class BusinessUnitRoles {

    private final SetMembership membership;

    private BusinessUnitRoles(SetMembership membership) {
        this.membership = membership;
    }

    /**
     * Derives roles from memberships.
     *
     * @param membership who is in which set
     * @return the roles
     */
    public static BusinessUnitRoles of(SetMembership membership) {
        return new BusinessUnitRoles(Objects.requireNonNull(membership, "membership"));
    }

    /** The memberships that the roles follow from. */
    SetMembership membership() {
        return membership;
    }

    /**
     * The decisions for one user in every unit that has the user in a set.
     *
     * @param slot the user's slot in the directory
     * @return the decisions by unit, in the units' order; empty if the user is in no set
     */
    public Map<BusinessUnitId, RoleDecision> decisions(int slot) {
        UnitSets sets = membership.sets(slot);
        Map<BusinessUnitId, RoleDecision> decisions = new LinkedHashMap<>();
        if (sets.isEmpty()) {
            return decisions;
        }
        User user = membership.directory().users().at(slot);
        for (int at = 0; at < membership.units().size(); at++) {
            BusinessUnit unit = membership.units().get(at);
            boolean marketing = sets.contains(at, EngagementSet.MARKETING_USERS);
            boolean sales = sets.contains(at, EngagementSet.SALES_USERS);
            if (marketing || sales) {
                decisions.put(unit.id(), RoleDerivation.derive(unit, user.id(), user.profile(), marketing, sales));
            }
        }
        return decisions;
    }
}
