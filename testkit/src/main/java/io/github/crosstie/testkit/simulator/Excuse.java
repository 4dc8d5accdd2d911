package io.github.crosstie.testkit.simulator;

/**
 * What the oracle lets pass, because nobody could do better: people acted on a record of which it was still in doubt how it had
 * come about. Each is documented, and can be mended by people.
 */
public enum Excuse {
    /** A person deleted a record that the engine had just made, before it was certain that it had: the record may reappear. */
    DELETED_IN_DOUBT,
    /** A person copied a record that the engine had just made: the copy may be taken for the engine's own duplicate. */
    COPIED_IN_DOUBT,
    /**
     * A person changed one field of both visible duplicates, or once more of one of them when its value had reached the other: one
     * value is kept, the other one is journaled.
     */
    BOTH_DUPLICATES_EDITED
}
