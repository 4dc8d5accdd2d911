package io.github.crosstie.plan;

/**
 * The cases of {@link PlannedChange}, one constant each, so that a {@code switch} over them is complete or does not compile.
 */
public enum ChangeKind {
    /** {@link PlannedChange.Refute}. */
    REFUTE,
    /** {@link PlannedChange.Forget}. */
    FORGET,
    /** {@link PlannedChange.Unlink}. */
    UNLINK,
    /** {@link PlannedChange.Detach}. */
    DETACH,
    /** {@link PlannedChange.Leave}. */
    LEAVE,
    /** {@link PlannedChange.Adopt}. */
    ADOPT,
    /** {@link PlannedChange.Match}. */
    MATCH,
    /** {@link PlannedChange.Update}. */
    UPDATE,
    /** {@link PlannedChange.Create}. */
    CREATE,
    /** {@link PlannedChange.Delete}. */
    DELETE,
    /** {@link PlannedChange.RemoveDuplicate}. */
    REMOVE_DUPLICATE,
    /** {@link PlannedChange.Awaken}. */
    AWAKEN,
    /** {@link PlannedChange.Settle}. */
    SETTLE,
    /** {@link PlannedChange.Held}. */
    HELD
}
