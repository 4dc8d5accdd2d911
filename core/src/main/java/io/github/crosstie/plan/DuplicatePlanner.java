package io.github.crosstie.plan;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Tombstone;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Plans records that the engine itself created a second time, because the answer of an earlier attempt was lost or came late.
 * What a person edited on such a record is carried over to the linked one, where that field is still as it was created; else it
 * goes to the journal. Then the record is removed.
 */
final class DuplicatePlanner {

    private static final String LATER =
            "it was created twice by attempts whose answer was lost; it is looked at again once the"
                    + " linked record is at rest";

    private final ThreeWayMerge merge;
    private final Invitations invitations;

    DuplicatePlanner(ThreeWayMerge merge, Invitations invitations) {
        this.merge = merge;
        this.invitations = invitations;
    }

    /** Whether a record is just as an attempt of an ended link made it: then nobody wants it. */
    boolean isUntouched(Tombstone tombstone, RecordKey key, RemoteItem record) {
        return tombstone
                .attempt(Objects.requireNonNull(record.tag()))
                .map(attempt -> merge.projected(key.side(), attempt.content()))
                .filter(created -> created.equals(seen(key.side(), record.item(), created)))
                .isPresent();
    }

    /** Of a record, the fields that were created, and whatever else flows. */
    private Item seen(Side side, Item item, Item created) {
        Item.Builder seen = merge.seen(side, item).toBuilder();
        created.values().keySet().forEach(field -> seen.put(field, item.value(field)));
        return seen.build();
    }

    /**
     * Plans a duplicate of a linked record.
     *
     * @param link the link
     * @param created what the attempt made
     */
    void plan(PlanInput input, Link link, Item created, RecordKey key, RemoteItem duplicate, Draft draft) {
        Side side = key.side();
        RecordKey original = link.key(side);
        ReadOutcome reading = original == null ? null : input.readings().get(original);
        boolean isAtRest =
                link.missing().isEmpty() && input.state().intent(link.id()).isEmpty() && !draft.writes(link);
        if (original == null
                || !isAtRest
                || input.setAside().contains(original)
                || !(reading instanceof ReadOutcome.Found found)) {
            draft.skip(List.of(key), OutcomeCode.OWN_DUPLICATE, LATER, null);
            return;
        }
        Views seen = LinkReading.of(input, link).recalled(link, merge);
        List<FieldChange> carried = new ArrayList<>();
        List<FieldConflict> lost = new ArrayList<>();
        for (FieldRule rule : merge.rules()) {
            if (rule.isOn()) {
                compare(
                        rule,
                        seen,
                        side,
                        created,
                        duplicate.item(),
                        found.record().item(),
                        carried,
                        lost);
            }
        }
        Item whole = with(carried, found.record().item());
        Optional<Notification> notification =
                invitations.of(side, found.record().item(), whole);
        if (carried.isEmpty() ? invitations.tellsAnyway(side, duplicate.item()) : notification.isEmpty()) {
            draft.skip(List.of(key), OutcomeCode.WOULD_NOTIFY, Invitations.REFUSED, Waiting.until(null));
        } else if (carried.isEmpty()) {
            draft.add(new PlannedChange.RemoveDuplicate(link.id(), key, duplicate.version(), lost));
        } else {
            Pair pair = new Pair(
                    Objects.requireNonNull(link.crm()).id(),
                    Objects.requireNonNull(link.mail()).id());
            draft.dropSettlement(pair);
            draft.add(new PlannedChange.Awaken(original));
            draft.add(new PlannedChange.Update(
                    pair, side, found.record().version(), carried, List.of(), notification.orElseThrow()));
        }
    }

    private static Item with(List<FieldChange> changes, Item item) {
        Item.Builder changed = item.toBuilder();
        changes.forEach(change -> changed.put(change.field(), change.to()));
        return changed.build();
    }

    /** The bases stay as they are: on the linked record, the edit is a person's edit, and flows on like any other. */
    private static void compare(
            FieldRule rule,
            Views seen,
            Side side,
            Item created,
            Item duplicate,
            Item linked,
            List<FieldChange> carried,
            List<FieldConflict> lost) {
        Field<?> field = rule.on(side);
        Object edited = duplicate.value(field);
        Object made = created.value(field);
        Object held = linked.value(field);
        if (Objects.equals(edited, made) || Objects.equals(edited, held)) {
            return;
        }
        if (Objects.equals(held, made)) {
            Field<?> other = rule.on(side.other());
            carried.add(new FieldChange(
                    field,
                    held,
                    edited,
                    seen.on(side).value(field),
                    other,
                    seen.on(side.other()).value(other)));
        } else {
            lost.add(new FieldConflict(side, field, edited, held, made));
        }
    }
}
