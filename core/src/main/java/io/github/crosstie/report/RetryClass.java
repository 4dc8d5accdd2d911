package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;

/** Who or what brings an outcome any further (S19). */
@Incubating
public enum RetryClass {
    /** Nothing: it is done, or meant to be as it is. */
    NONE,
    /** The next round, by itself. */
    NEXT_ROUND,
    /** A round after some moment, by itself: one that a system told, or that grows with each failure. */
    LATER,
    /** A change of the record, or of the settings: until then no round looks at it again. */
    ON_CHANGE,
    /** A person, who decides or mends something. */
    PERSON
}
