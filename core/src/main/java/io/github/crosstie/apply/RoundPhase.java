package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;

/** What a round is at, in this order. One that has nothing to do there passes through a phase, or leaves it out. */
@Incubating
public enum RoundPhase {
    /** Finding out what became of writes whose outcome an earlier round did not learn. */
    RECOVERY,
    /** Taking in what changed in the CRM. */
    CRM_CHANGES,
    /** Taking in what changed in the mailbox. */
    MAIL_CHANGES,
    /** Reading, planning and writing. */
    WORK
}
