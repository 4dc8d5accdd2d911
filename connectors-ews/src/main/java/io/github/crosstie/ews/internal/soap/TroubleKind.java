package io.github.crosstie.ews.internal.soap;

/** What is to be done about a response code. The table of codes lies beside this class in {@code response-codes.txt}. */
public enum TroubleKind {
    /** No trouble at all. */
    NONE,
    /** The mailbox asks to be left alone for a while. */
    THROTTLED,
    /** The server cannot for now; the same request may succeed later. */
    TRANSIENT,
    /** The mailbox is on its way to another server: ask anew where it is, then try again later. */
    MOVING,
    /** Somebody else was faster: read the item again. */
    CONFLICT,
    /** The item is not there any more. */
    GONE,
    /** The server refuses this item, and will refuse it again. Codes that this connector does not know count among these. */
    ITEM,
    /** The request is not what Exchange expects: a defect of this connector. */
    PROGRAM,
    /** The mailbox or its folder is not there, is disabled, or is full. */
    MAILBOX,
    /** The credentials are refused, or have no right to this. */
    RIGHTS,
    /** The organization does not let this mailbox be reached in this way. */
    BLOCKED,
    /** A sync state or a subscription is not accepted any more: begin anew. */
    STATE,
    /** The server does not speak this version of the schema: step down. */
    VERSION
}
