package io.github.crosstie.state;

/** Why a collection is left alone for a while. */
public enum PauseReason {
    /** A system asked to be left alone until a stated moment: nobody calls before it (F7). */
    THROTTLED,
    /** A system did not answer: later is better, but a round before it does no harm. */
    UNAVAILABLE,
    /** The credentials were refused: a person has to renew them (F8). */
    UNAUTHORIZED,
    /** This way of access is switched off: a person has to switch it on, or to use another (F8). */
    ACCESS_BLOCKED;

    /**
     * Whether a round that starts too early must not call anybody.
     *
     * @return true unless the pause is mere advice
     */
    public boolean isBinding() {
        return this != UNAVAILABLE;
    }

    /**
     * Whether a person has to mend something first.
     *
     * @return true for refused credentials and blocked access
     */
    public boolean needsAuthorization() {
        return this == UNAUTHORIZED || this == ACCESS_BLOCKED;
    }
}
