package io.github.crosstie.apply;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.LateWrite;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recognises writes whose answer was never learned by what they left behind, whenever they arrive: what they wrote is taken as
 * seen, so that it counts as nobody's edit, and what they overwrote goes to the journal (S3, G5). A write arrives once at most.
 */
final class LateArrivals {

    private final Ledger ledger;
    private final ThreeWayMerge merge;
    private final Journaling journaling;
    private final boolean remembers;

    LateArrivals(Ledger ledger, ThreeWayMerge merge, Journaling journaling, Measures measures) {
        this.ledger = ledger;
        this.merge = merge;
        this.journaling = journaling;
        this.remembers = measures.include(SafetyMeasure.LATE_WRITE_MEMORY);
    }

    /** Looks through what was read for the traces of late writes. */
    void recognise(Map<RecordKey, ReadOutcome> readings) {
        for (Link link : ledger.state().uncertainLinks()) {
            Traces traces = new Traces(link, readings);
            link.uncertainty().lateWrites().forEach(traces::follow);
            ledger.commit(traces.changes());
        }
    }

    /** What one link's late writes left behind. */
    private final class Traces {

        private final Link before;
        private final Map<RecordKey, ReadOutcome> readings;
        private final List<LateWrite> open = new ArrayList<>();
        private final List<StateChange> lines = new ArrayList<>();
        private Link link;

        Traces(Link link, Map<RecordKey, ReadOutcome> readings) {
            this.before = link;
            this.readings = readings;
            this.link = link;
        }

        void follow(LateWrite late) {
            RecordKey key = before.key(late.intent().side());
            // What is overwritten on a link that waits for its other half is journaled once it has it.
            ReadOutcome reading = key == null || before.missing().isPresent() ? null : readings.get(key);
            if (late.intent() instanceof Intent.Update update && reading instanceof ReadOutcome.Found found) {
                followUpdate(late, update, found.record().item());
            } else if (late.intent() instanceof Intent.Update update && isGone(reading)) {
                // Nobody can tell whether it was made before the record went: a line too many loses nothing.
                lines.addAll(journaling.lines(link, update.conflicts()));
            } else if (late.intent() instanceof Intent.Delete deletion && reading instanceof ReadOutcome.Absent gone) {
                followDeletion(late, deletion, gone);
            } else {
                open.add(late);
            }
        }

        private static boolean isGone(@Nullable ReadOutcome reading) {
            return reading instanceof ReadOutcome.Absent gone && gone.removal() != Removal.GONE_FROM_VIEW;
        }

        private void followUpdate(LateWrite late, Intent.Update update, Item now) {
            if (neverArrived(update, now)) {
                if (remembers) {
                    open.add(late);
                }
                return;
            }
            Side side = update.side();
            Half target = Objects.requireNonNull(link.on(side));
            Half source = Objects.requireNonNull(link.on(side.other()));
            Item.Builder targetBase = target.base().toBuilder();
            Item.Builder sourceBase = source.base().toBuilder();
            boolean isOfAnother = false;
            for (FieldChange change : update.changes()) {
                boolean isNews = !target.base().holds(change.field(), now.value(change.field()));
                if (isNews && holds(now, side, change)) {
                    targetBase.put(change.field(), change.base());
                    sourceBase.put(change.sourceField(), change.sourceValue());
                    isOfAnother |= !source.base().holds(change.sourceField(), change.sourceValue());
                }
            }
            link = link.with(side, target.withBase(targetBase.build()))
                    .with(side.other(), source.withBase(sourceBase.build()));
            if (isOfAnother) {
                // By now it may be another record, which never held what the write was made of.
                lines.add(Adoption.awaken(ledger.state(), new RecordKey(side.other(), source.id())));
            }
            List<FieldConflict> overwritten = update.conflicts().stream()
                    .filter(conflict -> !Objects.equals(now.value(conflict.field()), conflict.lost()))
                    .toList();
            lines.addAll(journaling.lines(link, overwritten));
        }

        /** It stays known as the engine's own, so that it does not count as a person's. */
        private void followDeletion(LateWrite late, Intent.Delete deletion, ReadOutcome.Absent gone) {
            if (!isGone(gone) || deletion.conflicts().isEmpty()) {
                open.add(late);
                return;
            }
            lines.addAll(journaling.lines(link, deletion.conflicts()));
            open.add(new LateWrite(new Intent.Delete(deletion.link(), deletion.side(), List.of()), late.until()));
        }

        List<StateChange> changes() {
            if (open.equals(before.uncertainty().lateWrites())) {
                return List.of();
            }
            List<StateChange> changes = new ArrayList<>();
            changes.add(new StateChange.PutLink(link.expectingOnly(open)));
            changes.addAll(lines);
            return changes;
        }
    }

    /**
     * Whether a record shows that an update was not made so far: it is made whole or not at all, and no field holds what was
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
        Object written = merge.project(side, change.field(), change.to());
        return WrittenParts.show(change.from(), written, now.value(change.field()));
    }
}
