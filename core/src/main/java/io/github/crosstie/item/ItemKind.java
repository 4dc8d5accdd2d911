package io.github.crosstie.item;

/** The kinds of records that are kept in step. */
public enum ItemKind {
    /** A person's card: an Exchange contact, a CRM contact. */
    CONTACT,
    /** A calendar event or appointment. */
    EVENT
}
