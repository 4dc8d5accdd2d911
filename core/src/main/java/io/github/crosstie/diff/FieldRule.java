package io.github.crosstie.diff;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which field goes with which and which way it really flows: the mapping's direction within that of the kind (S1), or off if
 * one side does not hold the field, because its absence there means nothing (S4). Organizer and responses flow from the mailbox
 * to the CRM at most (S7, S8).
 *
 * @param crm the field in the CRM
 * @param mail the field in the mailbox
 * @param direction the effective direction
 */
public record FieldRule(Field<?> crm, Field<?> mail, SyncDirection direction) {

    /** What the mail server alone decides, whatever a mapping says (S7, S8). */
    private static final Set<Field<?>> TOLD_BY_THE_MAILBOX = Set.of(EventFields.ORGANIZER, EventFields.RESPONSES);

    /** Requires all parts. */
    public FieldRule {
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(direction, "direction");
    }

    /**
     * The rules that settings give between two sides.
     *
     * @param settings mappings and directions
     * @param crm what the CRM can hold
     * @param mail what the mailbox can hold
     * @return one rule for each mapping, in the mappings' order
     */
    public static List<FieldRule> of(RecordSettings settings, Capabilities crm, Capabilities mail) {
        return settings.fields().stream()
                .map(mapping -> of(mapping, settings.direction(), crm, mail))
                .toList();
    }

    private static FieldRule of(FieldMapping mapping, SyncDirection kind, Capabilities crm, Capabilities mail) {
        boolean isHeld = crm.fields().contains(mapping.crm()) && mail.fields().contains(mapping.mail());
        SyncDirection direction = isHeld ? mapping.direction().within(kind) : SyncDirection.OFF;
        boolean isTold = TOLD_BY_THE_MAILBOX.contains(mapping.mail());
        return new FieldRule(
                mapping.crm(), mapping.mail(), isTold ? direction.within(SyncDirection.MAIL_TO_CRM) : direction);
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

    /**
     * Whether the field takes part at all. While it does not, it is not looked at, and what was last seen of it stays.
     *
     * @return false if the direction is off
     */
    public boolean isOn() {
        return direction != SyncDirection.OFF;
    }

    /**
     * Whether changes made on a side flow to the other.
     *
     * @param side where the change was made
     * @return true if they flow
     */
    public boolean flowsFrom(Side side) {
        return direction.flowsFrom(side);
    }
}
