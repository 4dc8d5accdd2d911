package io.github.crosstie.configuration;

/** What happens when a record was changed on one side and deleted on the other (S3). */
public enum ChangedAgainstDeletedPolicy {
    /** The change wins: the record is created again. The default. */
    CHANGE_WINS,
    /** The winner of the conflict policy decides. */
    CONFLICT_POLICY
}
