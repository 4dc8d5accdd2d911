package io.github.crosstie.assignment;

/** What came of resolving a user. */
public enum ResolutionStatus {
    /** The user syncs by an active configuration. */
    SYNCING,
    /** Only inactive configurations claim the user (A6). */
    DORMANT,
    /** No configuration claims the user. */
    NOT_ASSIGNED,
    /** The user is inactive and never syncs, whatever claims them (A9). */
    INACTIVE_USER
}
