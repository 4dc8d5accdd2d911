package io.github.crosstie.connector;

/** Why a record is not there any more. Physical deletion, lost access and leaving the view are three things (S10). */
public enum Removal {
    /** Provably deleted by somebody: in the recycle bin, or in no folder at all. Alone among the three it can propagate. */
    DELETED,
    /** Still exists, but no longer in this endpoint's view: another folder, another owner, filtered out, no permission. */
    GONE_FROM_VIEW,
    /** The system does not say. Nothing is deleted on the strength of it. */
    UNKNOWN
}
