package io.github.crosstie.move;

/**
 * What the next round over the new way would do, by a dry run (S22). All zero but the last two, or the move is not committed.
 *
 * @param created records that it would create although their counterpart is known: duplicates. Those that a person decided to have
 *     created again do not count
 * @param deleted records that it would delete because the new way does not show them
 * @param unlinked links that it would end for that
 * @param updated records that it would update: what people have edited since the last round, or what the new way shows otherwise
 * @param waiting what it would do by either way: records created and deleted by people since the last round, and decided creations
 */
public record MoveProof(int created, int deleted, int unlinked, int updated, int waiting) {

    /** No round was tried, as something keeps the collection from moving. */
    public static final MoveProof NONE = new MoveProof(0, 0, 0, 0, 0);

    /**
     * Whether nothing that is known would be created, deleted or unlinked.
     *
     * @return true if the move does no harm
     */
    public boolean holds() {
        return created == 0 && deleted == 0 && unlinked == 0;
    }
}
