package io.github.crosstie.engagement.connector;

/** What can be written to the users of a business unit. */
public enum UserWriteKind {
    /** A new user. */
    CREATE,
    /** Other values for a live user. */
    UPDATE,
    /** A live user into the recycle bin. */
    RECYCLE,
    /** A user out of the recycle bin. */
    RESTORE
}
