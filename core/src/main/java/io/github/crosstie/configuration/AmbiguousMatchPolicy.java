package io.github.crosstie.configuration;

/** What first contact does when several existing records could be the counterpart (S2). */
public enum AmbiguousMatchPolicy {
    /** Neither link nor create; report it. The default. */
    REPORT,
    /** Take the one with the most recent activity. */
    MOST_RECENT_ACTIVITY,
    /** Take the one that was updated last. */
    MOST_RECENTLY_UPDATED,
    /** Take the one that was created first. */
    OLDEST_CREATED
}
