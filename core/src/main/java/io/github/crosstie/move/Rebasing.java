package io.github.crosstie.move;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was last seen of a record over to the other way, which may show and hold values otherwise: shorter, rounded, folded. A
 * value that is what the new way makes of the one last seen is no edit, and must not flow to the CRM as one (F18).
 */
final class Rebasing {

    private final ThreeWayMerge merge;
    private final Endpoint to;

    Rebasing(ThreeWayMerge merge, Endpoint to) {
        this.merge = merge;
        this.to = to;
    }

    /** The half by the new way: with its version if nobody has edited the record, else without, so that it is compared. */
    Half of(Half old, ItemId id, @Nullable RemoteItem record) {
        if (record == null) {
            return new Half(id, null, old.base());
        }
        Item.Builder base = old.base().toBuilder();
        boolean isEdited = false;
        Item seen = merge.seen(Side.MAIL, record.item());
        for (FieldRule rule : merge.rules()) {
            Field<?> field = rule.on(Side.MAIL);
            Object was = old.base().value(field);
            Object is = seen.value(field);
            if (rule.isOn() && !old.base().holds(field, is)) {
                if (isTold(field, was) || isAsTold(field, was, is)) {
                    base.put(field, is);
                } else {
                    isEdited = true;
                }
            }
        }
        return new Half(id, isEdited ? null : record.version(), base.build());
    }

    /**
     * Whether a value is what the new way makes of the one last seen. Of one that is not kept nobody can tell: it counts as an edit,
     * and the merge finds that both sides agree.
     */
    private boolean isAsTold(Field<?> field, @Nullable Object was, @Nullable Object is) {
        return !(was instanceof HashedValue) && Objects.equals(was == null ? null : to.project(field, was), is);
    }

    /** Who organizes an event never changes: where only the new way says it, nobody has edited it. */
    private static boolean isTold(Field<?> field, @Nullable Object was) {
        return was == null && field.equals(EventFields.ORGANIZER);
    }
}
