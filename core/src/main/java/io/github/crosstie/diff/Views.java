package io.github.crosstie.diff;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Objects;

/**
 * One record as each side shows it.
 *
 * @param crm its values in the CRM
 * @param mail its values in the mailbox
 */
public record Views(Item crm, Item mail) {

    /** Requires both. */
    public Views {
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
    }

    /**
     * Nothing on either side: the base of two records that have never been in step.
     *
     * @param kind contacts or events
     * @return two items without values
     */
    public static Views empty(ItemKind kind) {
        Item none = Item.builder(kind).build();
        return new Views(none, none);
    }

    /**
     * Whether values of either side are not kept, and digests stand for them.
     *
     * @return false for what was read
     */
    public boolean isHashed() {
        return crm.isHashed() || mail.isHashed();
    }

    /**
     * The values on a side.
     *
     * @param side the side
     * @return its item
     */
    public Item on(Side side) {
        return side == Side.CRM ? crm : mail;
    }

    /**
     * The same with other values on a side.
     *
     * @param side the side
     * @param item its values
     * @return a changed copy
     */
    public Views with(Side side, Item item) {
        return side == Side.CRM ? new Views(item, mail) : new Views(crm, item);
    }
}
