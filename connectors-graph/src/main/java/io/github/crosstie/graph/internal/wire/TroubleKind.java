package io.github.crosstie.graph.internal.wire;

/** What is to be done about an answer that is not one of success. */
public enum TroubleKind {
    /** The mailbox asks to be left alone for a while. */
    THROTTLED,
    /** The server cannot for now; the same request may succeed later. A write may have been done all the same. */
    TRANSIENT,
    /** Somebody else was faster: read the item again. */
    CONFLICT,
    /** The item is not there any more. */
    GONE,
    /** The server refuses this item, and will refuse it again. Codes that this connector does not know count among these. */
    ITEM,
    /** The mailbox is not there, is not in this cloud, is disabled, or is full. */
    MAILBOX,
    /** The token is refused, or has no right to this. */
    RIGHTS,
    /** The organization does not let this mailbox be reached in this way. */
    BLOCKED,
    /** A delta link is not accepted any more: begin anew. */
    STATE;

    /**
     * Whether the trouble is with the one item alone.
     *
     * @return true if other calls for the mailbox may well succeed
     */
    public boolean ofItem() {
        return this == CONFLICT || this == GONE || this == ITEM;
    }
}
