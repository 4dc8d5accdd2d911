package io.github.crosstie.diff;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Objects;

/**
 * What a merge asks for.
 *
 * @param toCrm changes for the CRM, in the rules' order, those of single occurrences last
 * @param toMail changes for the mailbox, in the same order
 * @param conflicts values that these changes overwrite although they were newer than the base, in the rules' order
 * @param bases what each side will have been seen to hold once the changes are made: the mapped fields alone
 */
public record MergeResult(
        List<FieldChange> toCrm, List<FieldChange> toMail, List<FieldConflict> conflicts, Views bases) {

    /** Copies the lists. */
    public MergeResult {
        toCrm = List.copyOf(toCrm);
        toMail = List.copyOf(toMail);
        conflicts = List.copyOf(conflicts);
        Objects.requireNonNull(bases, "bases");
    }

    /**
     * The changes for a side.
     *
     * @param side the side
     * @return its changes, possibly none
     */
    public List<FieldChange> to(Side side) {
        return side == Side.CRM ? toCrm : toMail;
    }

    /**
     * What both sides will hold once the changes are made, projections apart.
     *
     * @param current what they hold now
     * @return the changed views
     */
    public Views applied(Views current) {
        Views after = current;
        for (Side side : Side.values()) {
            Item.Builder changed = current.on(side).toBuilder();
            to(side).forEach(change -> changed.put(change.field(), change.to()));
            after = after.with(side, changed.build());
        }
        return after;
    }
}
