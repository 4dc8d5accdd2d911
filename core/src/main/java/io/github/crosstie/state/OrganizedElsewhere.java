package io.github.crosstie.state;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Optional;

/**
 * Remembers of a linked event that its copy in the mailbox is somebody else's meeting (S8): once the copy is deleted, it cannot be
 * asked for its organizer any more, and the CRM need not hold one. The memory is a mark in the mailbox's base, where no merge looks;
 * it goes when the event is settled as the user's own.
 */
public final class OrganizedElsewhere {

    /** No record has a field of this name. */
    private static final Field<String> MARK = Field.text(ItemKind.EVENT, "organizedElsewhere");

    private OrganizedElsewhere() {}

    /**
     * Whether it is remembered.
     *
     * @param half a half of a link
     * @return true if the half carries the mark
     */
    public static boolean isRemembered(Half half) {
        return half.base().value(MARK) != null;
    }

    /**
     * Remembers it.
     *
     * @param link a link of events
     * @return the link with the mark; empty if there is nothing to change
     */
    public static Optional<Link> remembered(Link link) {
        Half mail = link.mail();
        return mail == null || mail.base().kind() != ItemKind.EVENT || isRemembered(mail)
                ? Optional.empty()
                : Optional.of(link.with(Side.MAIL, mail.withBase(marked(mail.base()))));
    }

    /** A base with the mark. */
    static Item marked(Item base) {
        return base.toBuilder().set(MARK, "yes").build();
    }

    /** Whether a field is the mark, which holds nobody's value. */
    static boolean isMark(Field<?> field) {
        return field.equals(MARK);
    }
}
