package io.github.crosstie.configuration;

/** What happens to records that a changed filter or setting puts out of scope (S14). */
public enum LeavePolicy {
    /** Leave both records alone and forget the link. The default. */
    UNLINK,
    /** Delete the copy. */
    DELETE,
    /** Go on syncing what is linked already. */
    KEEP
}
