package io.github.crosstie.conflict;

/** What is wrong with a user's address (C8). */
public enum AddressFault {
    /** The CRM has none. */
    MISSING,
    /** What the CRM has is not an address. */
    MALFORMED,
    /** The mailbox answers with another, its primary address. */
    ALIAS
}
