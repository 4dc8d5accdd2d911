package io.github.crosstie.configuration;

/** The five ways to assign users to a configuration (A1), in the default order of strength (A3, A5). */
public enum AssignmentKind {
    /** One user, individually. */
    USER,
    /** Everybody with a profile. */
    PROFILE,
    /** Everybody in a public group, nested groups included. */
    GROUP,
    /** Everybody in a role. */
    ROLE,
    /** Everybody in a role or in a role below it. */
    ROLE_AND_SUBORDINATES
}
