package io.github.crosstie.engagement.state;

/** What is taken away from users, and guarded. */
public enum RemovalKind {
    /** A user goes into the recycle bin. */
    RECYCLING,
    /** A user gets a lower role. */
    DEMOTION
}
