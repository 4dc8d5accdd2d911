package io.github.crosstie.diff;

import io.github.crosstie.item.Side;
import java.util.Objects;

/**
 * Two linked records, each as its side showed it when they were last in step: what {@link LinkIndex} remembers of a link.
 *
 * @param crm the record in the CRM
 * @param mail the record in the mailbox
 */
public record SyncedPair(RecordSnapshot crm, RecordSnapshot mail) {

    /** Requires both. */
    public SyncedPair {
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
    }

    /**
     * The record on a side.
     *
     * @param side the side
     * @return its snapshot
     */
    public RecordSnapshot on(Side side) {
        return side == Side.CRM ? crm : mail;
    }
}
