package io.github.crosstie.apply;

import io.github.crosstie.configuration.Quarantine;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts records that cannot be written or read in quarantine, and lets them out again (S15). A record without a link keeps waiting
 * for the keys that it can be matched by meanwhile, so that its counterpart finds it (S2).
 */
final class Quarantining {

    private final CollectionState state;
    private final Quarantine delays;
    private final Planner planner;
    private final Clock clock;
    private final Map<RecordKey, ItemVersion> read = new HashMap<>();

    /**
     * For one plan.
     *
     * @param plan the plan that is carried out: it knows what versions were read
     */
    Quarantining(CollectionState state, Quarantine delays, Planner planner, Clock clock, SyncPlan plan) {
        this.state = state;
        this.delays = delays;
        this.planner = planner;
        this.clock = clock;
        for (PlannedChange change : plan.changes()) {
            if (change instanceof PlannedChange.Settle settle) {
                settle.versions()
                        .forEach((side, version) -> read.put(settle.pair().on(side), version));
            }
        }
    }

    /** Stands in the commit that records what became of a write. */
    List<StateChange> after(PreparedWrite write, WriteOutcome outcome) {
        PlannedChange.RemoteWrite change = write.change();
        if (outcome instanceof WriteOutcome.Rejected rejected) {
            QuarantineEntry entry = entry(
                    change.records(),
                    versions(change),
                    QuarantineReason.REJECTED,
                    rejected.code(),
                    rejected.message(),
                    rejected.permanent());
            return put(entry, keys(change));
        }
        if (outcome instanceof WriteOutcome.Deferred deferred) {
            QuarantineEntry entry = entry(
                            change.records(),
                            versions(change),
                            QuarantineReason.DEFERRED,
                            "DEFERRED",
                            "the " + change.side() + " side asks to try it later",
                            false)
                    .until(deferred.until());
            return put(entry, keys(change));
        }
        return List.of();
    }

    /** Stands in the commit that gives up a write, because its connector answered what it must not. */
    List<StateChange> broken(PreparedWrite write, String message) {
        PlannedChange.RemoteWrite change = write.change();
        QuarantineEntry entry = entry(
                change.records(), versions(change), QuarantineReason.CONTRACT_BROKEN, "CONTRACT_BROKEN", message, true);
        return put(entry, keys(change));
    }

    /** What a plan could not read. */
    List<StateChange> unreadable(List<Skip> skips) {
        List<StateChange> changes = new ArrayList<>();
        for (Skip skip : skips) {
            if (skip.code() == OutcomeCode.UNREADABLE) {
                QuarantineEntry entry = entry(
                        skip.records(),
                        Map.of(),
                        QuarantineReason.UNREADABLE,
                        OutcomeCode.UNREADABLE.name(),
                        skip.reason(),
                        false);
                changes.addAll(put(entry, new TreeSet<>()));
            }
        }
        return changes;
    }

    /** Lets those out that are settled or gone. */
    List<StateChange> leaving() {
        return state.quarantine().stream()
                .filter(entry -> entry.records().stream().allMatch(key -> state.observation(key) == null))
                .<StateChange>map(entry -> new StateChange.RemoveQuarantine(entry.key()))
                .toList();
    }

    private SortedSet<String> keys(PlannedChange change) {
        return change instanceof PlannedChange.Create create && create.link() == null
                ? planner.matchKeys(create)
                : new TreeSet<>();
    }

    private static Map<RecordKey, ItemVersion> versions(PlannedChange change) {
        if (change instanceof PlannedChange.Create create) {
            return Map.of(create.source(), create.sourceVersion());
        }
        if (change instanceof PlannedChange.Update update) {
            return Map.of(update.pair().on(update.side()), update.expectedVersion());
        }
        if (change instanceof PlannedChange.Delete delete) {
            return Map.of(delete.pair().on(delete.side()), delete.expectedVersion());
        }
        return change instanceof PlannedChange.RemoveDuplicate removal
                ? Map.of(removal.record(), removal.expectedVersion())
                : Map.of();
    }

    private QuarantineEntry entry(
            List<RecordKey> records,
            Map<RecordKey, ItemVersion> versions,
            QuarantineReason reason,
            String code,
            String message,
            boolean permanent) {
        RecordKey key = records.get(0);
        RecordKey counterpart = records.size() > 1 ? records.get(1) : null;
        QuarantineEntry first = new QuarantineEntry(
                key,
                version(key, versions),
                counterpart,
                counterpart == null ? null : version(counterpart, versions),
                reason,
                code,
                message,
                1,
                clock.instant().plus(permanent ? delays.maximumDelay() : delays.firstDelay()));
        QuarantineEntry before = state.quarantine(key);
        if (before == null || before.reason() != reason || !before.isOfSameVersions(first)) {
            return first;
        }
        Instant next = clock.instant()
                .plus(
                        permanent
                                ? delays.maximumDelay()
                                : RetryPolicy.doubled(delays.firstDelay(), before.attempts(), delays.maximumDelay()));
        return first.again(before.attempts() + 1, next);
    }

    /** What was read, else what was told, else what was last seen; null for a record that is gone. */
    private @Nullable ItemVersion version(RecordKey key, Map<RecordKey, ItemVersion> versions) {
        if (read.containsKey(key)) {
            return read.get(key);
        }
        if (versions.containsKey(key)) {
            return versions.get(key);
        }
        Observation told = state.observation(key);
        if (told != null && (told.version() != null || told.removal() != null)) {
            return told.version();
        }
        return state.linkOf(key)
                .map(link -> link.on(key.side()))
                .map(Half::version)
                .orElse(null);
    }

    private List<StateChange> put(QuarantineEntry entry, SortedSet<String> keys) {
        List<StateChange> changes = new ArrayList<>(List.of(new StateChange.PutQuarantine(entry)));
        Observation seen = state.observation(entry.key());
        if (entry.counterpart() == null && seen != null) {
            Observation failed = entry.attempts() == 1 ? entered(seen) : seen;
            changes.add(new StateChange.Observe(failed.waiting(new Waiting(keys, entry.nextTry()))));
        }
        return changes;
    }

    /** What entered the window before it failed was nothing to be dealt with until then (S18, S23). */
    private static Observation entered(Observation seen) {
        Instant until = seen.waiting() == null ? null : seen.waiting().until();
        return until == null ? seen : seen.since(until);
    }
}
