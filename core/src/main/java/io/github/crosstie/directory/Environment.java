package io.github.crosstie.directory;

/** What an organization is for. */
public enum Environment {
    /** Real business data. */
    PRODUCTION,
    /** A copy to try things on; its data must never reach production mailboxes (C2). */
    SANDBOX
}
