package io.github.crosstie.state;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * A deletion that waits for a person (S11, S13).
 *
 * @param link the link that would end
 * @param crm the record in the CRM
 * @param mail the record in the mailbox
 * @param side which of the two would be deleted; the other one is gone
 * @param version the version of the record that would be deleted
 * @param reason why it is held
 * @param since since when, in this form
 */
public record HeldDeletion(
        LinkId link, ItemId crm, ItemId mail, Side side, ItemVersion version, String reason, Instant since) {

    /** Requires all parts. */
    public HeldDeletion {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }

    /**
     * The record that would be deleted.
     *
     * @return its key
     */
    public RecordKey record() {
        return new RecordKey(side, side == Side.CRM ? crm : mail);
    }

    /**
     * Whether another one is the same deletion: of the same link, records and version, whatever was said of it and when.
     *
     * @param other another deletion
     * @return true if a release of one is a release of the other
     */
    public boolean isSameAs(HeldDeletion other) {
        return link.equals(other.link)
                && crm.equals(other.crm)
                && mail.equals(other.mail)
                && side == other.side
                && version.equals(other.version);
    }
}
