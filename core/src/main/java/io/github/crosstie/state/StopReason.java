package io.github.crosstie.state;

/** Why the last round of a collection did not do all there was to do (S18). */
public enum StopReason {
    /** A side did not prove that it had shown everything (G3). */
    LISTING_INCOMPLETE,
    /** Nobody knows yet what became of a write (F2). */
    ANSWER_LOST,
    /** People edited faster than it could follow. */
    OVERTAKEN,
    /** The host cancelled it. */
    CANCELLED,
    /** Its time was over. */
    OUT_OF_TIME,
    /** A system asked to be left alone until a stated moment (F7). */
    THROTTLED,
    /** A system did not answer. */
    UNAVAILABLE,
    /** The credentials were refused (F8). */
    UNAUTHORIZED,
    /** This way of access is switched off (F8). */
    ACCESS_BLOCKED,
    /** Somebody else holds the mailbox (S12). */
    MAILBOX_CLAIMED,
    /** The mailbox is gone, or a place in a change stream is not known any more. */
    RESYNC_REQUIRED,
    /** An exception that nobody can plan for, such as a connector that broke its contract. */
    BROKEN;

    /**
     * What ended the round that led to a pause.
     *
     * @param reason why the collection is left alone
     * @return the reason of the same name
     */
    public static StopReason of(PauseReason reason) {
        return switch (reason) {
            case THROTTLED -> THROTTLED;
            case UNAVAILABLE -> UNAVAILABLE;
            case UNAUTHORIZED -> UNAUTHORIZED;
            case ACCESS_BLOCKED -> ACCESS_BLOCKED;
        };
    }
}
