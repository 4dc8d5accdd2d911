package io.github.crosstie.internal.measure;

/** One thing that the engine does so that nothing is lost, made twice or deleted by mistake. */
public enum SafetyMeasure {
    /** An intent is stored before each update, so that the engine's own write is known when its answer was lost. */
    UPDATE_INTENT,
    /** Each creation carries a tag, and is looked for by it before it is repeated. */
    CORRELATION_TAG,
    /** Updates and deletions are conditional on the version that was planned on. */
    CONDITIONAL_WRITE,
    /** A cursor is stored in the commit of the changes that lie before it. */
    CURSOR_WITH_CHANGES,
    /** Records merge field by field. */
    FIELD_MERGE,
    /** Each side is compared with what was last seen there, not with one base for both. */
    BASE_PER_SIDE,
    /** A commit of a worker that was overtaken is refused. */
    FENCE,
    /** What is linked before its side has told of it is read, unless its side tells of it soon. */
    AWAITED_ECHO,
    /** What a listing does not show is read before it counts as gone. */
    VERIFYING_READ,
    /** A change beats a deletion. */
    CHANGE_BEATS_DELETION,
    /** A record that turns up with the tag of an attempt is known by it. */
    TAG_AT_INGEST,
    /** Intents of an earlier worker are resolved first. */
    INTENT_RECOVERY,
    /** Only records of attempts whose outcome is uncertain count as the engine's own duplicates. */
    EXACT_DUPLICATES,
    /** An update whose answer was lost is remembered, as it may still arrive. */
    LATE_WRITE_MEMORY,
    /** What a refused precondition has overtaken is looked at again. */
    LOOK_AGAIN_AFTER_CONFLICT,
    /**
     * Without it, both sides share one base, which is compared by what each side can hold. That is as good as {@link
     * #BASE_PER_SIDE}: it is here to show just that.
     */
    PROJECTED_COMPARISON,
    /** Values that are equal on both sides are left alone. */
    EQUALITY_SHORTCUT
}
