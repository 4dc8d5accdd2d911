package io.github.crosstie.plan;

import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.OrganizedElsewhere;

/**
 * Whose configuration rules a meeting (S8): that of its organizer. An event without an organizer is its owner's. Of two linked
 * records it is enough that one names somebody else: a copy of their meeting is never written, and nothing of it flows.
 */
final class Organizers {

    static final String REASON =
            "somebody else organizes this meeting: their configuration rules it, and this copy stays as it is";
    static final String DELETED = "somebody else organizes this meeting, so the deletion of a copy does not propagate";

    private final ItemKind kind;
    private final StandardFields fields;
    private final OwnAddresses own;
    private final ThreeWayMerge merge;

    Organizers(ItemKind kind, StandardFields fields, OwnAddresses own, ThreeWayMerge merge) {
        this.kind = kind;
        this.fields = fields;
        this.own = own;
        this.merge = merge;
    }

    /** Whether a record is a copy of somebody else's meeting. */
    boolean isForeign(Side side, Item item) {
        return kind == ItemKind.EVENT
                && fields.value(side, item, EventFields.ORGANIZER)
                        .filter(organizer -> !isOwn(organizer))
                        .isPresent();
    }

    private boolean isOwn(Object organizer) {
        return organizer instanceof HashedValue hashed ? own.contain(hashed) : own.contains((String) organizer);
    }

    /** Whether a link is one of copies of somebody else's meeting: as it was read or, where it was not, as last seen. */
    boolean isForeign(Link link, LinkReading reading) {
        for (Side side : Side.values()) {
            Half half = link.on(side);
            if (half == null) {
                continue;
            }
            boolean isRead = reading.found().containsKey(side);
            Item view = isRead
                    ? reading.foundOn(side).item()
                    : reading.recalled(link, merge).on(side);
            if (isForeign(side, view) || (!isRead && OrganizedElsewhere.isRemembered(half))) {
                return true;
            }
        }
        return false;
    }
}
