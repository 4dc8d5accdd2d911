package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of writes whose outcome an earlier round did not learn. A creation is asked for by its tags before it
 * may be repeated (G4); an update is recognised by its values, so that it is not taken for a person's edit; a deletion is
 * decided anew, and if it was made, what was lost with it is written down.
 */
final class Recovery {

    private final Ledger ledger;
    private final Sides sides;
    private final ThreeWayMerge merge;
    private final Adoption adoption;
    private final RoundLog log;
    private final Journaling journaling;

    Recovery(Ledger ledger, Sides sides, ThreeWayMerge merge, RoundLog log, Journaling journaling) {
        this.ledger = ledger;
        this.sides = sides;
        this.merge = merge;
        this.adoption = new Adoption(merge);
        this.log = log;
        this.journaling = journaling;
    }

    void recover() {
        for (Intent intent : List.copyOf(ledger.state().intents())) {
            if (!(intent instanceof Intent.Create)) {
                ledger.state().link(intent.link()).ifPresent(link -> recoverChange(intent, link));
            }
        }
        for (Side side : Side.values()) {
            recoverCreations(side);
        }
    }

    private void recoverChange(Intent intent, Link link) {
        List<StateChange> changes = new ArrayList<>();
        if (intent instanceof Intent.Update update) {
            changes.addAll(ownWrites(update, link));
        } else if (intent instanceof Intent.Delete deletion) {
            changes.addAll(ownDeletion(deletion, link));
        }
        changes.add(new StateChange.RemoveIntent(link.id()));
        changes.addAll(Adoption.awaken(ledger.state(), link));
        ledger.commit(changes);
    }

    /** The edits that went with a record, unless it is still there. */
    private List<StateChange> ownDeletion(Intent.Delete deletion, Link link) {
        Half target = link.on(deletion.side());
        if (target == null || deletion.conflicts().isEmpty()) {
            return List.of();
        }
        boolean absent = read(deletion.side(), target) instanceof ReadOutcome.Absent gone
                && gone.removal() != Removal.GONE_FROM_VIEW;
        return absent ? journaling.lines(link, deletion.conflicts()) : List.of();
    }

    private ReadOutcome read(Side side, Half half) {
        return Survey.read(sides.on(side), side, List.of(half.id())).get(0);
    }

    /** Takes those fields as seen that hold what the update wrote. */
    private List<StateChange> ownWrites(Intent.Update update, Link link) {
        Side side = update.side();
        Half target = link.on(side);
        Half source = link.on(side.other());
        if (target == null || source == null) {
            return List.of();
        }
        if (!(read(side, target) instanceof ReadOutcome.Found found)) {
            return List.of();
        }
        Item now = found.record().item();
        Item.Builder targetBase = target.base().toBuilder();
        Item.Builder sourceBase = source.base().toBuilder();
        for (FieldChange change : update.changes()) {
            if (holds(now, side, change)) {
                targetBase.put(change.field(), change.base());
                sourceBase.put(change.sourceField(), change.sourceValue());
            }
        }
        List<FieldConflict> overwritten = neverArrived(update, now)
                ? List.of()
                : update.conflicts().stream()
                        .filter(conflict -> !Objects.equals(now.value(conflict.field()), conflict.lost()))
                        .toList();
        List<StateChange> changes = new ArrayList<>(journaling.lines(link, overwritten));
        changes.add(new StateChange.PutLink(link.with(side, target.withBase(targetBase.build()))
                .with(side.other(), source.withBase(sourceBase.build()))));
        return changes;
    }

    /**
     * Whether a record shows that an update was never made: it is made whole or not at all, and no field holds what was
     * written, but one still holds what it was to replace. Where nothing tells, it counts as made: a line too many in the
     * journal loses nothing.
     */
    private boolean neverArrived(Intent.Update update, Item now) {
        return update.changes().stream().noneMatch(change -> holds(now, update.side(), change))
                && update.changes().stream()
                        .anyMatch(change -> Objects.equals(now.value(change.field()), change.from()));
    }

    /** Whether a record shows that a write took effect; of a set, whatever a person has added or removed since. */
    private boolean holds(Item now, Side side, FieldChange change) {
        Object value = now.value(change.field());
        Object written = merge.project(side, change.field(), change.to());
        if (change.field().type() != FieldType.TEXT_SET) {
            return Objects.equals(value, written);
        }
        Set<Object> added = minus(written, change.from());
        Set<Object> removed = minus(change.from(), written);
        return minus(value, null).containsAll(added) && Collections.disjoint(minus(value, null), removed);
    }

    private static Set<Object> minus(@Nullable Object all, @Nullable Object without) {
        Set<Object> rest = new HashSet<>(all instanceof Set<?> set ? set : Set.of());
        rest.removeAll(without instanceof Set<?> set ? set : Set.of());
        return rest;
    }

    private void recoverCreations(Side side) {
        Map<CorrelationTag, Link> attempts = new TreeMap<>();
        for (Link link : ledger.state().links()) {
            if (link.missing().filter(side::equals).isPresent()) {
                link.attempts().forEach(attempt -> attempts.put(attempt.tag(), link));
            }
        }
        if (attempts.isEmpty()) {
            return;
        }
        List<Tagged> found = find(sides.on(side), attempts);
        attempts.values().stream().distinct().forEach(link -> recoverCreation(side, link, found));
    }

    private static List<Tagged> find(Endpoint endpoint, Map<CorrelationTag, Link> attempts) {
        List<Tagged> found = new ArrayList<>();
        if (endpoint.capabilities().correlation()) {
            for (List<CorrelationTag> batch :
                    Batches.of(attempts.keySet(), endpoint.capabilities().readBatch())) {
                found.addAll(endpoint.find(batch));
            }
        }
        found.sort(Comparator.comparing(Tagged::tag).thenComparing(Tagged::id));
        return found;
    }

    private void recoverCreation(Side side, Link link, List<Tagged> found) {
        Optional<Tagged> created = found.stream()
                .filter(tagged -> link.attempt(tagged.tag()).isPresent())
                .filter(tagged ->
                        ledger.state().linkOf(new RecordKey(side, tagged.id())).isEmpty())
                .findFirst();
        if (created.isPresent()) {
            RecordKey key = new RecordKey(side, created.get().id());
            CorrelationTag tag = created.get().tag();
            ledger.commit(adoption.foundAgain(ledger.state(), link, key, tag));
            log.applied(new PlannedChange.Adopt(link.id(), key, tag));
            return;
        }
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.RemoveIntent(link.id()));
        changes.addAll(Adoption.awaken(ledger.state(), link));
        if (!sides.on(side).capabilities().correlation()) {
            // Nobody can ask for the tag: if the record exists, first contact matches it with its source (S2).
            changes.add(new StateChange.RemoveLink(link.id()));
        }
        ledger.commit(changes);
    }
}
