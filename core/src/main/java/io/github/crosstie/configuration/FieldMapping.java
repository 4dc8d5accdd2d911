package io.github.crosstie.configuration;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Side;
import java.util.Objects;

/**
 * Which field of the CRM record goes with which field of the mail item, and which way (S1).
 *
 * @param crm the field on the CRM side
 * @param mail the field on the mail side, of the same kind and type
 * @param direction which way; narrows the direction of the kind, never widens it
 */
public record FieldMapping(Field<?> crm, Field<?> mail, SyncDirection direction) {
    /**
     * Checks that the fields fit together.
     *
     * @throws IllegalArgumentException if kind or type differ
     */
    public FieldMapping {
        Objects.requireNonNull(direction, "direction");
        if (crm.kind() != mail.kind() || crm.type() != mail.type()) {
            throw new IllegalArgumentException("field mapping " + crm + " (" + crm.kind() + ", " + crm.type() + ") to "
                    + mail + " (" + mail.kind() + ", " + mail.type() + "): map fields of one kind and type");
        }
    }

    /**
     * A field that has the same name on both sides and flows as its kind does.
     *
     * @param field the field
     * @return the mapping
     */
    public static FieldMapping same(Field<?> field) {
        return new FieldMapping(field, field, SyncDirection.BOTH);
    }

    /**
     * The field on a side.
     *
     * @param side the side
     * @return its field
     */
    public Field<?> on(Side side) {
        return side == Side.CRM ? crm : mail;
    }
}
