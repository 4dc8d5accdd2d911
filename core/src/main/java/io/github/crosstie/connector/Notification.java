package io.github.crosstie.connector;

/** Whether a write is to make the system send mail: invitations, updates, cancellations (S7). */
public enum Notification {
    /** To nobody. An endpoint that cannot hold to it declares {@link Capabilities#silentWrites} false, and is given no such write. */
    NONE,
    /** To the attendees that the write concerns: those who are added, told of a change, or removed. */
    ATTENDEES
}
