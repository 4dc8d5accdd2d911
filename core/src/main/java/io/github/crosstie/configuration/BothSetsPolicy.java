package io.github.crosstie.configuration;

/** What a user gets who is in both sets of a business unit (U4). */
public enum BothSetsPolicy {
    /** Sales, the lesser privilege. The default. */
    SALES_WINS,
    /** What the profile maps to. */
    MARKETING_WINS,
    /** Nothing: the user is reported and left alone. */
    REJECT
}
