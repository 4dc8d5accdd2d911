package io.github.crosstie.testkit.simulator;

/** What must hold in and after every history. */
public enum Invariant {
    /** What a person typed is on both sides in the end, or was replaced by people, or is in the journal. */
    NO_LOSS,
    /** There are never two records for one in the end. */
    NO_DUPLICATE,
    /** With people idle and faults over, at most two rounds work, and both sides are in step then. */
    CONVERGENCE,
    /** A round after convergence takes nothing of its own making for new work. */
    NO_ECHO,
    /** Behind every deletion is one by a person, or another record of the same one on that side. */
    NO_DELETION_WITHOUT_PROOF,
    /** A record in trouble keeps no other one back. */
    ISOLATION,
    /** A worker that was overtaken changes nothing in the store any more. */
    FENCING,
    /** No mail leaves by the engine's doing. */
    SILENCE,
    /** The same state makes the same plan. */
    DETERMINISM,
    /** No more is written, read or stored than what has changed. */
    EFFORT,
    /** No round ends with an error that no fault has caused. */
    NO_FAILURE
}
