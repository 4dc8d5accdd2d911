package io.github.crosstie.plan;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Objects;

/**
 * Two records that are one.
 *
 * @param crm the record in the CRM
 * @param mail the record in the mailbox
 */
public record Pair(ItemId crm, ItemId mail) {

    /** Requires both. */
    public Pair {
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
    }

    /**
     * The record on a side.
     *
     * @param side the side
     * @return its key
     */
    public RecordKey on(Side side) {
        return new RecordKey(side, side == Side.CRM ? crm : mail);
    }

    /**
     * Both records.
     *
     * @return their keys, the CRM's first
     */
    public List<RecordKey> records() {
        return List.of(on(Side.CRM), on(Side.MAIL));
    }
}
