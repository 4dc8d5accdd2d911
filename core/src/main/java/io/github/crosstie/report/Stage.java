package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import java.util.List;

/** How far one direction of one kind of record has come (S18). */
@Incubating
public enum Stage {
    /** No round has begun. */
    NOT_STARTED,
    /** The records of both sides are being listed, and look for their counterparts: at first contact, or once more. */
    MATCHING,
    /** Both sides are listed, and the first round that does all there is to do has not gone through. */
    INITIAL_SYNC,
    /** All that was to be done is done; what the settings keep back, by the cap or for silence, is counted and no trouble. */
    IN_SYNC,
    /** Something did not work, and will be tried again by itself. */
    RETRYING,
    /** Something waits for a person's decision: held deletions, a conflict that holds the user, a mailbox that somebody else holds. */
    HELD,
    /** Nothing works before a person mends something: refused credentials, a mailbox that is gone, a broken connector. */
    FAILED;

    private static final List<Stage> WORST_FIRST =
            List.of(FAILED, HELD, RETRYING, NOT_STARTED, MATCHING, INITIAL_SYNC, IN_SYNC);

    /**
     * The stages by how much somebody should care.
     *
     * @return an unmodifiable list of all: what needs a person, what tries again, how far a first sync has come, and all in step
     */
    public static List<Stage> worstFirst() {
        return WORST_FIRST;
    }
}
