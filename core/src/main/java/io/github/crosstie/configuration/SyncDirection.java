package io.github.crosstie.configuration;

import io.github.crosstie.item.Side;

/** Which way records, or one field of them, flow (S1). */
public enum SyncDirection {
    /** Not at all. */
    OFF,
    /** From the CRM to the mailbox. */
    CRM_TO_MAIL,
    /** From the mailbox to the CRM. */
    MAIL_TO_CRM,
    /** Both ways. */
    BOTH;

    /**
     * Whether changes made on a side flow to the other.
     *
     * @param side where the change was made
     * @return true if it flows
     */
    public boolean flowsFrom(Side side) {
        return this == BOTH || this == (side == Side.CRM ? CRM_TO_MAIL : MAIL_TO_CRM);
    }

    /**
     * What is left of this direction within a wider one: a field's direction can be narrower than its kind's, never wider.
     *
     * @param wider the direction that limits
     * @return the common part
     */
    public SyncDirection within(SyncDirection wider) {
        boolean fromCrm = flowsFrom(Side.CRM) && wider.flowsFrom(Side.CRM);
        boolean fromMail = flowsFrom(Side.MAIL) && wider.flowsFrom(Side.MAIL);
        if (fromCrm) {
            return fromMail ? BOTH : CRM_TO_MAIL;
        }
        return fromMail ? MAIL_TO_CRM : OFF;
    }
}
