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
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from what is stored how one kind of record fares on its way from one side. Computes nothing that a round decides. */
final class FlowReading {

    private final ItemKind kind;
    private final Side from;
    private final CollectionState state;
    private final Instant now;
    private final List<QuarantineEntry> quarantined;
    private final List<HeldDeletion> held;
    private final List<Observation> unapplied;
    private final int atCap;

    FlowReading(ItemKind kind, Side from, CollectionState state, Instant now) {
        this.kind = kind;
        this.from = from;
        this.state = state;
        this.now = now;
        quarantined = state.quarantine().stream().filter(this::begins).toList();
        held = state.hold().deletions().stream()
                .filter(deletion -> deletion.side() != from)
                .toList();
        Collection<Observation> waitingForRoom = state.waitingFor(List.of(Waiting.AT_CAP));
        atCap = (int) waitingForRoom.stream().filter(this::isHere).count();
        unapplied = unapplied(waitingForRoom);
    }

    FlowStatus status() {
        LastRound last = state.lastRound();
        Obstacle obstacle = obstacle();
        return new FlowStatus(
                kind,
                from == Side.CRM ? SyncDirection.CRM_TO_MAIL : SyncDirection.MAIL_TO_CRM,
                obstacle.stage,
                last == null ? null : last.success(),
                oldest(),
                new FlowCounts(
                        state.links().size() - state.halfLinks().size(),
                        unapplied.size(),
                        quarantined.size(),
                        held.size(),
                        atCap),
                nextDue(),
                obstacle.reason);
    }

    private boolean isHere(Observation observation) {
        return observation.key().side() == from;
    }

    /** What could not be written began where something was seen to have happened; what could not be read, where it is. */
    private boolean begins(QuarantineEntry entry) {
        List<RecordKey> changed = entry.records().stream()
                .filter(key -> state.observation(key) != null)
                .toList();
        return changed.isEmpty() ? entry.key().side() == from : changed.stream().anyMatch(key -> key.side() == from);
    }

    /** What was left alone on purpose has arrived, so to speak; what waits for a try, for room or for a person has not. */
    private List<Observation> unapplied(Collection<Observation> waitingForRoom) {
        Set<RecordKey> waiting = new HashSet<>();
        waitingForRoom.forEach(observation -> waiting.add(observation.key()));
        quarantined.forEach(entry -> waiting.addAll(entry.records()));
        return state.observations().stream()
                .filter(this::isHere)
                .filter(observation -> observation.waiting() == null
                        || isOver(observation.waiting())
                        || waiting.contains(observation.key()))
                .toList();
    }

    private boolean isOver(Waiting waiting) {
        return waiting.until() != null && !waiting.until().isAfter(now);
    }

    private @Nullable Instant oldest() {
        return Stream.concat(
                        unapplied.stream().map(this::since).filter(Objects::nonNull),
                        held.stream().map(HeldDeletion::since))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What entered the window by the passing of time waits since then, not since it was written (S23). */
    private @Nullable Instant since(Observation observation) {
        Instant told = observation.since();
        Waiting waiting = observation.waiting();
        Instant woken = waiting != null && isOver(waiting) && state.quarantine(observation.key()) == null
                ? waiting.until()
                : null;
        return told == null || (woken != null && woken.isAfter(told)) ? woken : told;
    }

    private @Nullable Instant nextDue() {
        Pause pause = state.pause();
        if (pause != null && pause.until().isAfter(now)) {
            return pause.until();
        }
        return quarantined.stream()
                .map(QuarantineEntry::nextTry)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How far it has come, and what is in the way. */
    private record Obstacle(Stage stage, String reason) {}

    private Obstacle obstacle() {
        Pause pause = state.pause();
        if (pause != null && pause.reason().needsAuthorization()) {
            return new Obstacle(Stage.FAILED, pause.message());
        }
        LastRound last = state.lastRound();
        String stop = last == null ? null : last.stop();
        if (stop != null && StopMeaning.of(stop) != Stage.RETRYING) {
            return new Obstacle(StopMeaning.of(stop), StopMeaning.reason(stop));
        }
        if (!held.isEmpty()) {
            return new Obstacle(
                    Stage.HELD,
                    held.size() + " deletions wait for a person: look at them and release them, or restore");
        }
        if (pause != null) {
            return new Obstacle(Stage.RETRYING, pause.message());
        }
        if (!quarantined.isEmpty()) {
            return new Obstacle(
                    Stage.RETRYING,
                    quarantined.get(0).code() + ": " + quarantined.size()
                            + " records in quarantine are tried again by themselves");
        }
        return new Obstacle(progress(last, stop), stop == null ? "" : StopMeaning.reason(stop));
    }

    private Stage progress(@Nullable LastRound last, @Nullable String stop) {
        if (last == null && isUntouched()) {
            return Stage.NOT_STARTED;
        }
        if (isListing() || state.isRelinking()) {
            return Stage.MATCHING;
        }
        if (last == null || last.success() == null) {
            return Stage.INITIAL_SYNC;
        }
        return stop != null || unapplied.size() > atCap ? Stage.RETRYING : Stage.IN_SYNC;
    }

    private boolean isUntouched() {
        return Stream.of(Side.values())
                .allMatch(
                        side -> state.cursor(side) == null && state.scanned(side) == null && state.scope(side) == null);
    }

    private boolean isListing() {
        return Stream.of(Side.values()).anyMatch(side -> state.cursor(side) == null || state.scanned(side) != null);
    }
}
