package io.github.crosstie.configuration;

/** What of private events flows (S9). */
public enum PrivateEventPolicy {
    /** Nothing. The default. */
    OFF,
    /**
     * Start and end, and that the event is private: the other side's record gets no subject, no text, no place and no attendees,
     * and keeps those that it has.
     */
    TIME_ONLY,
    /** Everything. */
    FULL
}
