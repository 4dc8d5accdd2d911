package io.github.crosstie.item;

/** The two systems of record. */
public enum Side {
    /** The CRM. */
    CRM,
    /** The mailbox. */
    MAIL;

    /**
     * The side across.
     *
     * @return the other one
     */
    public Side other() {
        return this == CRM ? MAIL : CRM;
    }
}
