package io.github.crosstie.role;

/** The rule by which a role was derived: the first that applies. */
public enum RoleRule {
    /** The creator of the business unit, in Marketing Users, keeps Administrator (U1). */
    U1_CREATOR,
    /** A member of Sales Users gets Sales (U2). */
    U2_SALES,
    /** A member of Marketing Users gets what the profile maps to (U3). */
    U3_MAPPED_PROFILE,
    /** A member of Marketing Users with an unmapped profile gets Marketing (U3). */
    U3_UNMAPPED_PROFILE,
    /** A member of both sets gets what the unit's policy says (U4). */
    U4_BOTH_SETS
}
