package io.github.crosstie.apply;

import io.github.crosstie.plan.SyncPlan;

/**
 * Is told what a round does while it does it. A report keeps a part of a very large round; a listener is told of all of it.
 *
 * <p>Called from the round's thread, between calls to the two sides; must return soon. What it throws ends the round as a crash
 * of the process would: all that is done is kept or found again by the next round. Every method does nothing by default.
 */
public interface RoundListener {

    /** Listens to nothing. */
    RoundListener NONE = new RoundListener() {};

    /** What a round is at. */
    enum Phase {
        /** Finding out what became of writes whose outcome an earlier round did not learn. */
        RECOVERY,
        /** Taking in what changed in the CRM. */
        CRM_CHANGES,
        /** Taking in what changed in the mailbox. */
        MAIL_CHANGES,
        /** Reading, planning and writing. */
        WORK
    }

    /**
     * A phase begins.
     *
     * @param phase which
     */
    default void phase(Phase phase) {}

    /**
     * A plan is about to be carried out: one for a pass, or for a slice of a large one.
     *
     * @param plan the plan
     */
    default void planned(SyncPlan plan) {}

    /**
     * Something came of a change or a record, or the round ended early. A record that is left alone in several passes is told of
     * in each.
     *
     * @param outcome what came of it
     */
    default void outcome(Outcome outcome) {}

    /**
     * A part of a pass is done.
     *
     * @param done how many of the pass' dirty records were worked on so far
     * @param total how many there were when the pass began; records that are taken in while it runs wait for the next
     */
    default void progress(int done, int total) {}
}
