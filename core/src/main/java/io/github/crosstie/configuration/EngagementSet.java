package io.github.crosstie.configuration;

/** The two assignment sets of a business unit (rules U). */
public enum EngagementSet {
    /** Marketing Users: the role follows from the profile (U3). */
    MARKETING_USERS,
    /** Sales Users: everybody gets Sales (U2). */
    SALES_USERS
}
