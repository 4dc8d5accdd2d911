package io.github.crosstie.configuration;

import io.github.crosstie.directory.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business unit of the engagement product with its two assignment sets and its role table (rules U).
 *
 * @param id its id
 * @param name its name
 * @param creator the admin who created it, who keeps Administrator (U1); null if not known. May name a user long gone
 * @param marketingUsers the Marketing Users set: users, groups, roles, roles and subordinates
 * @param salesUsers the Sales Users set, likewise
 * @param mapping which role follows from which profile (U3)
 * @param bothSets what a user gets who is in both sets (U4)
 * @param deletionGuard when the recycling of users is held; its share is that of the unit's users (S13)
 */
public record BusinessUnit(
        BusinessUnitId id,
        String name,
        @Nullable UserId creator,
        List<Assignment> marketingUsers,
        List<Assignment> salesUsers,
        ProfileRoleMapping mapping,
        BothSetsPolicy bothSets,
        DeletionGuard deletionGuard) {

    /**
     * Checks the sets.
     *
     * @throws IllegalArgumentException if a set holds a profile, which the product does not know, or a target twice
     */
    public BusinessUnit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(bothSets, "bothSets");
        Objects.requireNonNull(deletionGuard, "deletionGuard");
        marketingUsers = checked(name, "Marketing Users", marketingUsers);
        salesUsers = checked(name, "Sales Users", salesUsers);
    }

    /**
     * A business unit with the default deletion guard.
     *
     * @param id its id
     * @param name its name
     * @param creator the admin who created it; null if not known
     * @param marketingUsers the Marketing Users set
     * @param salesUsers the Sales Users set
     * @param mapping which role follows from which profile
     * @param bothSets what a user gets who is in both sets
     * @throws IllegalArgumentException if a set holds a profile, which the product does not know, or a target twice
     */
    public BusinessUnit(
            BusinessUnitId id,
            String name,
            @Nullable UserId creator,
            List<Assignment> marketingUsers,
            List<Assignment> salesUsers,
            ProfileRoleMapping mapping,
            BothSetsPolicy bothSets) {
        this(id, name, creator, marketingUsers, salesUsers, mapping, bothSets, DeletionGuard.DEFAULT);
    }

    /**
     * A business unit with every default: named by its id, creator not known, nobody in its sets, no profile mapped, Sales
     * wins.
     *
     * @param id its id
     * @return the business unit
     */
    public static BusinessUnit of(BusinessUnitId id) {
        return new BusinessUnit(
                id, id.value(), null, List.of(), List.of(), ProfileRoleMapping.EMPTY, BothSetsPolicy.SALES_WINS);
    }

    private static List<Assignment> checked(String unit, String set, List<Assignment> assignments) {
        Set<String> targets = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (assignment.kind() == AssignmentKind.PROFILE) {
                throw new IllegalArgumentException(set + " of business unit " + unit + ": profile "
                        + assignment.targetId() + " cannot be in a set; use users, groups or roles");
            }
            if (!targets.add(assignment.kind() + " " + assignment.targetId())) {
                throw new IllegalArgumentException(set + " of business unit " + unit + ": " + assignment.kind() + " "
                        + assignment.targetId() + " is in the set twice; drop one of the two");
            }
        }
        return List.copyOf(assignments);
    }

    /**
     * The assignments of a set.
     *
     * @param set which of the two
     * @return an unmodifiable list
     */
    public List<Assignment> assignments(EngagementSet set) {
        return set == EngagementSet.MARKETING_USERS ? marketingUsers : salesUsers;
    }

    /**
     * The same with other assignments in one of the sets.
     *
     * @param set which of the two
     * @param assignments users, groups, roles, roles and subordinates
     * @return a changed copy
     * @throws IllegalArgumentException if they hold a profile or a target twice
     */
    public BusinessUnit withAssignments(EngagementSet set, List<Assignment> assignments) {
        boolean marketing = set == EngagementSet.MARKETING_USERS;
        return new BusinessUnit(
                id,
                name,
                creator,
                marketing ? assignments : marketingUsers,
                marketing ? salesUsers : assignments,
                mapping,
                bothSets,
                deletionGuard);
    }
}
