package io.github.crosstie.conflict;

/** How a participant stands to the mailbox, today. */
public enum Standing {
    /** Syncs it by an active configuration. */
    SYNCING,
    /** Only inactive configurations claim the user: one that is switched on would sync it (A6, C3). */
    DORMANT,
    /**
     * A user of a sandbox whose address is a copy, marked by a trailing {@code .invalid}: it would reach the mailbox as soon
     * as somebody takes the mark away (C3).
     */
    COPY,
    /** A user who is none of these; so is a participant that stands for a profile as a whole (C4). */
    NOT_SYNCING
}
