package io.github.crosstie.testkit.simulator;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What can go wrong in a simulated history. Tapes name a kind by its place here: new kinds are added at the end. */
public enum FaultKind {
    /** The worker dies at a call or commit, before or after its effect; its lease is not given back. */
    CRASH,
    /** A write was made, or not, and its answer is lost. */
    LOST_ANSWER,
    /** A write whose answer is lost takes effect some time later. */
    LATE_REQUEST,
    /** A system asks to be left alone, as a whole or for one record. */
    THROTTLED,
    /** A system does not answer, and nothing takes effect. */
    UNAVAILABLE,
    /** A cursor is no longer accepted, also amid a listing of everything. */
    CURSOR_EXPIRED,
    /** Changes are told again as they were once, or twice in one page. */
    REPLAYED,
    /** The changes of a page come in another order. */
    REORDERED,
    /** A change is told some rounds late, but for a record that is still to be linked with an existing one. */
    FEED_LAG,
    /** A record that was just created is found by its mark and told of some rounds late. */
    SEARCH_LAG,
    /** A listing of everything ends early and says so. */
    TRUNCATED_LISTING,
    /** A listing of everything leaves records out, as {@link #FEED_LAG} does, and says that it is complete. */
    LYING_LISTING,
    /** A record cannot be read for some time: one that is linked, or has no counterpart with which it should be. */
    UNREADABLE,
    /** A record cannot be written for some time. */
    REJECTED,
    /** People act in the middle of a round. */
    USER_EDIT,
    /** A worker is held up past its lease; others work on, and it goes on after them. */
    ZOMBIE,
    /** The store does not answer, before or after a call took effect. */
    STORE_FAILURE,
    /** The clock steps back, or ahead. */
    CLOCK_STEP,
    /** The mail side holds less of a value than it was given, for the whole history. */
    LOSSY_SIDE,
    /** A side that is asked to create a record again answers with the one it made before, for the whole history. */
    IDEMPOTENT_CREATE,
    /** The store comes back as it was some commits ago. Not among the {@link #USUAL} ones. */
    STORE_ROLLED_BACK,
    /** The store comes back empty. Not among the {@link #USUAL} ones. */
    STORE_LOST;

    /** All kinds but those that a store must be restored for. */
    public static final Set<FaultKind> USUAL =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(STORE_ROLLED_BACK, STORE_LOST)));

    /** After which only the mark on a record tells whether it was written: left out where a side keeps no marks. */
    static final Set<FaultKind> NEEDING_TAGS =
            Collections.unmodifiableSet(EnumSet.of(CRASH, LOST_ANSWER, LATE_REQUEST, ZOMBIE));
}
