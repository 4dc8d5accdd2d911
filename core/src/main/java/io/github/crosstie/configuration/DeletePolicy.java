package io.github.crosstie.configuration;

/** What a physical deletion on one side does to the other (S11). */
public enum DeletePolicy {
    /** Delete there too; in a mailbox that means a move to Deleted Items. */
    PROPAGATE,
    /** Keep it there and detach it: it is neither matched nor created again. */
    DETACH,
    /** Hold it until somebody decides. */
    ASK
}
