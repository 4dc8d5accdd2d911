package io.github.crosstie.role;

import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.UserId;

/**
 * Derives a user's role in a business unit from set membership and profile (U1 to U4). A pure function.
 */
public final class RoleDerivation {

    private RoleDerivation() {}

    /**
     * Derives the role.
     *
     * @param unit the business unit
     * @param user who
     * @param profile the user's profile
     * @param inMarketing whether the user is in Marketing Users
     * @param inSales whether the user is in Sales Users
     * @return the role, or why there is none
     */
    public static RoleDecision derive(
            BusinessUnit unit, UserId user, ProfileId profile, boolean inMarketing, boolean inSales) {
        if (inMarketing && user.equals(unit.creator())) {
            return new RoleDecision.Granted(
                    EngagementRole.ADMINISTRATOR,
                    RoleRule.U1_CREATOR,
                    "created business unit " + unit.name() + " and is in Marketing Users, so keeps Administrator");
        }
        if (inMarketing && inSales) {
            return inBoth(unit, profile);
        }
        if (inSales) {
            return new RoleDecision.Granted(
                    EngagementRole.SALES, RoleRule.U2_SALES, "is in Sales Users, so gets Sales");
        }
        return inMarketing ? byProfile(unit, profile) : new RoleDecision.NotAssigned("is in neither set");
    }

    private static RoleDecision inBoth(BusinessUnit unit, ProfileId profile) {
        BothSetsPolicy policy = unit.bothSets();
        return switch (policy) {
            case SALES_WINS ->
                new RoleDecision.Granted(
                        EngagementRole.SALES,
                        RoleRule.U4_BOTH_SETS,
                        "is in both sets, where Sales wins, so gets Sales; take the user out of one set to be clear");
            case MARKETING_WINS ->
                new RoleDecision.Granted(
                        unit.mapping().roleOf(profile),
                        RoleRule.U4_BOTH_SETS,
                        "is in both sets, where Marketing wins, so gets "
                                + unit.mapping().roleOf(profile) + "; take the user out of one set to be clear");
            case REJECT ->
                new RoleDecision.Rejected("is in both sets, which business unit " + unit.name()
                        + " rejects: take the user out of one set");
        };
    }

    private static RoleDecision byProfile(BusinessUnit unit, ProfileId profile) {
        EngagementRole role = unit.mapping().roleOf(profile);
        boolean mapped = unit.mapping().roles().containsKey(profile);
        return new RoleDecision.Granted(
                role,
                mapped ? RoleRule.U3_MAPPED_PROFILE : RoleRule.U3_UNMAPPED_PROFILE,
                "is in Marketing Users and profile " + profile
                        + (mapped ? " maps to " + role : " is not mapped, so gets " + role));
    }
}
