package io.github.crosstie.state;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two records that were linked once (A15, S14, S20): looked at before records are matched by their values, and dropped as soon as
 * one of them is linked, or gone. Never a reason to write or to delete anything. {@link #toString} shows no value.
 *
 * @param link the id of the link that they had
 * @param crm the record in the CRM; null if that side was created anew since, with other ids
 * @param mail the record in the mailbox; null if that side was created anew since, with other ids
 * @param reason why the link ended
 * @param held what the record whose id is gone was last seen to hold; null if both ids are known
 */
public record Hint(
        LinkId link,
        @Nullable ItemId crm,
        @Nullable ItemId mail,
        Reason reason,
        @Nullable Item held) {

    /** Why a link ended although both records may still be there. */
    public enum Reason {
        /** Somebody reset the user (S20): linked again if both are there. */
        RESET,
        /** The mailbox, or the CRM's side, was created anew. */
        RELINKED,
        /** A changed setting put them out of scope (S14): left alone until both are in scope again. */
        LEFT
    }

    /**
     * Checks that a lost id comes with what its record held.
     *
     * @throws IllegalArgumentException if no id is known, or one is lost without what its record held, or none is lost with it
     */
    public Hint {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(reason, "reason");
        boolean isWhole = crm != null && mail != null;
        if ((crm == null && mail == null) || isWhole != (held == null)) {
            throw new IllegalArgumentException(
                    "hint " + link + " must know both records, or one of them and what the other one held");
        }
    }

    /**
     * A record of it.
     *
     * @param side the side
     * @return its key, or null if its id is gone
     */
    public @Nullable RecordKey key(Side side) {
        ItemId id = side == Side.CRM ? crm : mail;
        return id == null ? null : new RecordKey(side, id);
    }

    /**
     * Whether both ids are known.
     *
     * @return false if one side was created anew since
     */
    public boolean isWhole() {
        return held == null;
    }

    @Override
    public String toString() {
        return "Hint[" + link + ", " + crm + ", " + mail + ", " + reason + "]";
    }
}
