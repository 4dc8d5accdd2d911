package io.github.crosstie.state;

/** Why a record is left alone until its next try (S15). */
public enum QuarantineReason {
    /** The other system refuses to take it. */
    REJECTED,
    /** The other system asked to try this record later: not even a change of it makes the try come sooner. */
    DEFERRED,
    /** It is there, but cannot be understood. */
    UNREADABLE,
    /** Its connector does with it what the contract forbids. */
    CONTRACT_BROKEN
}
