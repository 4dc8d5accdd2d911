package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What a write's outcome changes in the state: link, base, version and the end of the intent, in one commit. */
final class WriteRecording {

    private final CollectionState state;
    private final Adoption adoption;
    private final Journaling journaling;
    private final Predicate<Side> conditional;
    private final boolean looksAgain;

    /**
     * A recording.
     *
     * @param conditional whether a side refuses writes of another version by itself
     */
    WriteRecording(
            CollectionState state,
            Adoption adoption,
            Journaling journaling,
            Predicate<Side> conditional,
            Measures measures) {
        this.state = state;
        this.adoption = adoption;
        this.journaling = journaling;
        this.conditional = conditional;
        this.looksAgain = measures.include(SafetyMeasure.LOOK_AGAIN_AFTER_CONFLICT);
    }

    /** Whether a creation was answered with a record that this worker never tried to create: another one has taken over. */
    boolean isOfUnknownAttempt(PreparedWrite prepared, WriteOutcome.Written written) {
        CorrelationTag tag = written.tag();
        return tag != null
                && prepared.write() instanceof Write.Create
                && state.link(prepared.link())
                        .flatMap(link -> link.attempt(tag))
                        .isEmpty();
    }

    List<StateChange> written(PreparedWrite prepared, WriteOutcome.Written written) {
        if (prepared.change() instanceof PlannedChange.RemoveDuplicate removal) {
            return removed(removal);
        }
        Link link = state.link(prepared.link()).orElseThrow();
        List<StateChange> changes = new ArrayList<>(List.of(new StateChange.RemoveIntent(link.id())));
        if (prepared.change() instanceof PlannedChange.Create create) {
            changes.addAll(created(create, (Write.Create) prepared.write(), link, written));
        } else if (prepared.change() instanceof PlannedChange.Update update) {
            changes.add(new StateChange.PutLink(updated(update, link, written)));
            changes.addAll(journaling.lines(link, update.conflicts()));
        } else if (prepared.change() instanceof PlannedChange.Delete delete) {
            changes.addAll(journaling.lines(link, delete.conflicts()));
            changes.addAll(Endings.of(link));
            prepared.change().records().forEach(key -> changes.add(new StateChange.ClearObservation(key)));
        }
        return changes;
    }

    private List<StateChange> removed(PlannedChange.RemoveDuplicate removal) {
        List<StateChange> changes = new ArrayList<>(List.of(
                new StateChange.RemoveIntent(removal.link()), new StateChange.ClearObservation(removal.record())));
        state.link(removal.link()).ifPresent(link -> changes.addAll(journaling.lines(link, removal.conflicts())));
        return changes;
    }

    private List<StateChange> created(
            PlannedChange.Create create, Write.Create sent, Link link, WriteOutcome.Written written) {
        CorrelationTag tag = Objects.requireNonNullElse(written.tag(), sent.tag());
        RecordKey key = new RecordKey(create.side(), written.id());
        if (!tag.equals(sent.tag())) {
            // A record of an earlier attempt holds an older content, and people may have edited it: both are looked at.
            return adoption.foundAgain(state, link, key, tag);
        }
        Link bound = adoption.bound(link, key, written.version(), tag);
        Half source = Objects.requireNonNull(bound.on(create.source().side()));
        bound = bound.with(create.source().side(), source.withVersion(create.sourceVersion()));
        // An event that was created without its attendees is to get them, and late writes can be told of now: the
        // source
        // stays dirty.
        boolean isSettled = create.notification() == Notification.NONE
                && bound.uncertainty().lateWrites().isEmpty();
        return List.of(
                new StateChange.PutLink(bound),
                isSettled
                        ? new StateChange.ClearObservation(create.source())
                        : Adoption.awaken(state, create.source()));
    }

    private Link updated(PlannedChange.Update update, Link link, WriteOutcome.Written written) {
        Side side = update.side();
        Half target = Objects.requireNonNull(link.on(side));
        Half source = Objects.requireNonNull(link.on(side.other()));
        Item.Builder targetBase = target.base().toBuilder();
        Item.Builder sourceBase = source.base().toBuilder();
        for (FieldChange change : update.changes()) {
            targetBase.put(change.field(), change.base());
            sourceBase.put(change.sourceField(), change.sourceValue());
        }
        return overtaking(side, link)
                .with(side, new Half(target.id(), written.version(), targetBase.build()))
                .with(side.other(), source.withBase(sourceBase.build()));
    }

    /** A write that is still on its way expects an older version: it is refused when it comes. */
    private Link overtaking(Side side, Link link) {
        return conditional.test(side)
                ? link.expectingOnly(link.uncertainty().lateWrites().stream()
                        .filter(late -> late.intent().side() != side)
                        .toList())
                : link;
    }

    /** Not written, because the record is not what it was: both sides are looked at again. */
    List<StateChange> overtaken(PreparedWrite prepared) {
        List<StateChange> changes = new ArrayList<>(List.of(new StateChange.RemoveIntent(prepared.link())));
        if (prepared.change() instanceof PlannedChange.RemoveDuplicate removal) {
            changes.add(Adoption.awaken(state, removal.record()));
            return changes;
        }
        Link link = state.link(prepared.link()).orElseThrow();
        if (looksAgain) {
            changes.addAll(Adoption.awaken(state, link));
        } else {
            prepared.change().records().forEach(key -> changes.add(new StateChange.ClearObservation(key)));
        }
        return changes;
    }

    /** Certainly not written: the intent ends, and an attempt that created nothing is forgotten. */
    List<StateChange> notWritten(PreparedWrite prepared) {
        List<StateChange> changes = new ArrayList<>(List.of(new StateChange.RemoveIntent(prepared.link())));
        if (prepared.change() instanceof PlannedChange.Create create && prepared.write() instanceof Write.Create sent) {
            Link link = state.link(prepared.link()).orElseThrow();
            changes.add(
                    create.link() == null
                            ? new StateChange.RemoveLink(link.id())
                            : new StateChange.PutLink(link.givingUp(sent.tag())));
        }
        return changes;
    }
}
