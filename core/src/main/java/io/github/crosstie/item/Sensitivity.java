package io.github.crosstie.item;

/** How confidential an event is (RFC 5545 CLASS, Exchange sensitivity). */
public enum Sensitivity {
    /** Nothing special. */
    NORMAL,
    /** Personal, shown to others as busy time. */
    PERSONAL,
    /** Private: S9 decides whether and how it flows. */
    PRIVATE,
    /** Confidential: treated as private by S9. */
    CONFIDENTIAL
}
