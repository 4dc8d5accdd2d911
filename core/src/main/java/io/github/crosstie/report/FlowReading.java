package io.github.crosstie.report;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from what is stored how one kind of record fares on its way from one side. Computes nothing that a round decides. */
final class FlowReading {

    private final ItemKind kind;
    private final Side from;
    private final CollectionState state;
    private final Instant now;
    private final @Nullable Pause pause;
    private final @Nullable LastRound last;
    private final List<QuarantineEntry> quarantined;
    private final List<HeldDeletion> held;
    private final Backlog backlog;

    /**
     * For one way.
     *
     * @param pause why nobody is called, be it for this kind of record or for another one of the same systems; null if somebody is
     */
    FlowReading(ItemKind kind, Side from, CollectionState state, @Nullable Pause pause, Instant now) {
        this.kind = kind;
        this.from = from;
        this.state = state;
        this.now = now;
        this.pause = pause;
        last = state.lastRound();
        quarantined = state.quarantine().stream().filter(this::begins).toList();
        held = state.hold().deletions().stream()
                .filter(deletion -> deletion.side() != from && !state.hold().releases(deletion))
                .toList();
        backlog = Backlog.of(from, state, quarantined, now);
    }

    /** What could not be written began where something was seen to have happened; what could not be read, where it is. */
    private boolean begins(QuarantineEntry entry) {
        List<RecordKey> changed = entry.records().stream()
                .filter(key -> state.observation(key) != null)
                .toList();
        return changed.isEmpty() ? entry.key().side() == from : changed.stream().anyMatch(key -> key.side() == from);
    }

    FlowStatus status() {
        Obstacle obstacle = Obstacle.of(pause, last, isListing() && !isUntouched(), held.size(), quarantined, backlog);
        Stage stage = obstacle.needsAPerson() ? obstacle.stage() : progress(obstacle);
        return new FlowStatus(
                kind,
                from == Side.CRM ? SyncDirection.CRM_TO_MAIL : SyncDirection.MAIL_TO_CRM,
                stage,
                last == null ? null : last.success(),
                oldest(),
                new FlowCounts(
                        state.links().size() - state.halfLinks().size(),
                        backlog.due().size()
                                + backlog.atCap().size()
                                + backlog.wouldNotify().size(),
                        quarantined.size(),
                        held.size(),
                        backlog.atCap().size(),
                        backlog.wouldNotify().size()),
                nextDue(),
                obstacle.reason());
    }

    /** How far it has come, which a person wants to know first as long as it has not come all the way. */
    private Stage progress(Obstacle obstacle) {
        if (isUntouched()) {
            return Stage.NOT_STARTED;
        }
        if (isListing() || state.isRelinking()) {
            return Stage.MATCHING;
        }
        return last == null || last.success() == null ? Stage.INITIAL_SYNC : obstacle.stage();
    }

    private boolean isUntouched() {
        return Stream.of(Side.values())
                .allMatch(
                        side -> state.cursor(side) == null && state.scanned(side) == null && state.scope(side) == null);
    }

    private boolean isListing() {
        return Stream.of(Side.values()).anyMatch(side -> state.cursor(side) == null || state.scanned(side) != null);
    }

    private @Nullable Instant oldest() {
        return Stream.concat(
                        backlog.due().stream().map(this::since), held.stream().map(HeldDeletion::since))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What entered the window by the passing of time waits since then, not since it was written (S23). */
    private @Nullable Instant since(Observation observation) {
        Instant woken = state.quarantine(observation.key()) == null ? Backlog.woken(observation, now) : null;
        return woken == null ? observation.since() : woken;
    }

    private @Nullable Instant nextDue() {
        return Stream.concat(
                        Stream.ofNullable(pause).map(Pause::until),
                        quarantined.stream().map(QuarantineEntry::nextTry))
                .filter(moment -> moment.isAfter(now))
                .filter(moment -> pause == null || !moment.isBefore(pause.until()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
