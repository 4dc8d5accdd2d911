package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plans linked records: merges what both sides hold, creates a missing half, and hands deletions on. */
final class LinkPlanner {

    private final Organizers organizers;
    private final PairMerge pairs;
    private final Creations creations;
    private final DeletionPlanner deletions;
    private final Scope scope;
    private final ThreeWayMerge merge;

    LinkPlanner(
            Organizers organizers,
            PairMerge pairs,
            Creations creations,
            DeletionPlanner deletions,
            Scope scope,
            ThreeWayMerge merge) {
        this.organizers = organizers;
        this.pairs = pairs;
        this.creations = creations;
        this.deletions = deletions;
        this.scope = scope;
        this.merge = merge;
    }

    void plan(PlanInput input, Link link, Draft draft) {
        LinkReading reading = LinkReading.of(input, link);
        reading.found().forEach((side, record) -> refute(input, new RecordKey(side, record.id()), draft));
        Optional<ReadOutcome.Unreadable> unreadable = reading.unreadable();
        if (unreadable.isPresent()) {
            draft.skip(
                    reading.records(), OutcomeCode.UNREADABLE, unreadable.get().message(), null);
        } else if (link.missing().isPresent()) {
            planHalf(input, link, reading, link.missing().get(), draft);
        } else if (reading.absent().isEmpty()) {
            planMerge(input, link, reading, draft);
        } else {
            deletions.plan(input, link, reading, draft);
        }
    }

    private static void refute(PlanInput input, RecordKey key, Draft draft) {
        if (input.toldDeleted(key)) {
            draft.add(new PlannedChange.Refute(key));
        }
    }

    private void planHalf(PlanInput input, Link link, LinkReading reading, Side missing, Draft draft) {
        Side source = missing.other();
        RemoteItem record = reading.found().get(source);
        if (record == null) {
            draft.add(new PlannedChange.Unlink(link.id(), reading.records(), true));
        } else if (!skipForeign(link, reading, draft)
                && !skipOutOfScope(input, link, reading, draft)
                && !creations.plan(input, link, missing, record, reading.records(), Waiting.until(null), draft)) {
            draft.add(new PlannedChange.Unlink(link.id(), reading.records(), false));
        }
    }

    private void planMerge(PlanInput input, Link link, LinkReading reading, Draft draft) {
        if (skipForeign(link, reading, draft) || skipOutOfScope(input, link, reading, draft)) {
            return;
        }
        Optional<String> unsupported = pairs.unsupported(link.bases(), reading.found());
        if (unsupported.isPresent()) {
            Waiting waiting = SeriesLimits.waiting(input.now(), new TreeSet<>());
            draft.skip(reading.records(), OutcomeCode.UNSUPPORTED_RECURRENCE, unsupported.get(), waiting);
            return;
        }
        Map<Side, ItemVersion> known = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            @Nullable ItemVersion version = version(link.on(side));
            if (version != null) {
                known.put(side, version);
            }
        }
        pairs.plan(reading.pair(), link.bases(), reading.found(), known, draft);
    }

    private static @Nullable ItemVersion version(@Nullable Half half) {
        return half == null ? null : half.version();
    }

    /** A copy of somebody else's meeting stays as it is, on both sides; edits are kept for the day it changes hands (S8). */
    private boolean skipForeign(Link link, LinkReading reading, Draft draft) {
        if (!organizers.isForeign(link, reading)) {
            return false;
        }
        draft.skip(reading.records(), OutcomeCode.NOT_ORGANIZER, Organizers.REASON, Waiting.until(null));
        return true;
    }

    /** A linked record that leaves the scope stays as it is, on both sides; its edits are kept for its return (S10). */
    private boolean skipOutOfScope(PlanInput input, Link link, LinkReading reading, Draft draft) {
        List<String> reasons = new ArrayList<>();
        reading.found()
                .forEach((side, record) -> scope.exclusion(side, record.item()).ifPresent(reasons::add));
        if (!scope.inWindow(reading.views(link, merge), input.now())) {
            reasons.add("outside the window of time");
        }
        if (reasons.isEmpty()) {
            return false;
        }
        Waiting waiting = Waiting.until(reading.found().values().stream()
                .flatMap(record -> scope.entersWindow(record.item(), input.now()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null));
        draft.skip(reading.records(), OutcomeCode.FILTERED_OUT, reasons.get(0), waiting);
        return true;
    }
}
