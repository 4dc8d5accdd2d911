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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was last seen of a record over to the other way, which may show and hold values otherwise: shorter, rounded, folded. A
 * value that is what the new way makes of the one last seen is no edit, and must not flow to the CRM as one (F18).
 *
 * <p>Where digests alone are kept, the old way may tell the value last seen. Of one that it cannot tell nobody knows: it counts as an
 * edit, so that none is lost. The merge finds that both sides agree, unless the CRM was edited meanwhile; then it is a conflict.
 */
final class Rebasing {

    private final ThreeWayMerge merge;
    private final Endpoint to;
    private final Map<ItemId, Item> before;

    /** With what the old way shows of the records whose values are not kept, by their ids there. */
    Rebasing(ThreeWayMerge merge, Endpoint to, Map<ItemId, Item> before) {
        this.merge = merge;
        this.to = to;
        this.before = before;
    }

    /** The records of which only the old way can tell whether they were edited, or are shown otherwise. */
    static List<ItemId> untold(ThreeWayMerge merge, Ladder.Findings findings) {
        return findings.sought().stream()
                .flatMap(sought -> Stream.ofNullable(sought.link()))
                .flatMap(link -> Stream.ofNullable(link.mail()))
                .filter(half -> half.base().isHashed()
                        && isUntold(merge, half.base(), findings.found().get(half.id())))
                .map(Half::id)
                .toList();
    }

    private static boolean isUntold(ThreeWayMerge merge, Item base, @Nullable Sighting sighting) {
        RemoteItem record = sighting == null ? null : sighting.record();
        return record != null
                && merge.edited(Side.MAIL, base, record.item()).stream()
                        .anyMatch(rule -> base.value(rule.mail()) instanceof HashedValue);
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
            Object is = seen.value(field);
            if (rule.isOn() && !old.base().holds(field, is)) {
                Object was = told(old, field);
                if (isTold(field, was) || isAsTold(field, was, is)) {
                    base.put(field, is);
                } else {
                    isEdited = true;
                }
            }
        }
        return new Half(id, isEdited ? null : record.version(), base.build());
    }

    /** The value last seen, if it is kept, or if the old way still shows it. */
    private @Nullable Object told(Half old, Field<?> field) {
        Object was = old.base().value(field);
        Item shown = before.get(old.id());
        Object now = shown == null ? null : merge.seen(Side.MAIL, shown).value(field);
        return was instanceof HashedValue hashed && hashed.matches(now) ? now : was;
    }

    /** Whether a value is what the new way makes of the one last seen. */
    private boolean isAsTold(Field<?> field, @Nullable Object was, @Nullable Object is) {
        return !(was instanceof HashedValue) && Objects.equals(was == null ? null : to.project(field, was), is);
    }

    /** Who organizes an event never changes: where only the new way says it, nobody has edited it. */
    private static boolean isTold(Field<?> field, @Nullable Object was) {
        return was == null && field.equals(EventFields.ORGANIZER);
    }
}
