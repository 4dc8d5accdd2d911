package io.github.crosstie.configuration;

/** What of private events flows (S9). */
public enum PrivateEventPolicy {
    /** Nothing. The default. */
    OFF,
    /** Start and end, with a neutral subject. Not supported yet: treated as {@link #OFF}, and said so with every such event. */
    TIME_ONLY,
    /** Everything. */
    FULL
}
