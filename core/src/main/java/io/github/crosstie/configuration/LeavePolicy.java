package io.github.crosstie.configuration;

/** What happens to records that a changed filter or setting puts out of scope (S14). */
public enum LeavePolicy {
    /** Leave both records alone and forget the link; they are linked again once they are back in scope. The default. */
    UNLINK,
    /** Delete the record that was made from the other one, if nobody has edited it; unlink where there is none. */
    DELETE,
    /** Keep the link, and leave both records alone until they are in scope again. */
    KEEP
}
