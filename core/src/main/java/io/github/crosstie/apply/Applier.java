package io.github.crosstie.apply;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries out one plan, and never re-plans. What is overtaken by a person's edit is left dirty for the next pass.
 *
 * <ul>
 *   <li>A crash before the call: the intent is open, nothing was written.
 *   <li>A crash after the call: the intent is open, recovery finds the write.
 *   <li>A cancelled round or one whose time is over: ends before the next intent.
 *   <li>An exception from a write: nothing of that batch was sent; its intents are open, recovery finds nothing.
 *   <li>A refused commit: the applier stops before the next call.
 * </ul>
 */
final class Applier {

    private static final int COMMIT_SIZE = 100;

    private final Ledger ledger;
    private final Sides sides;
    private final StateSteps steps;
    private final WritePreparation preparation;
    private final WriteRecording recording;
    private final RoundLog log;
    private final Checkpoint checkpoint;
    private final Precautions precautions;
    private final Quarantining quarantining;
    private final Resurfacing resurfacing;
    private final Conditions conditions;

    private final Set<RecordKey> written = new HashSet<>();
    private final Set<RecordKey> failed = new HashSet<>();

    Applier(
            Ledger ledger,
            Sides sides,
            StateSteps steps,
            WritePreparation preparation,
            WriteRecording recording,
            RoundLog log,
            Precautions precautions,
            Quarantining quarantining,
            Conditions conditions,
            Checkpoint checkpoint) {
        this.ledger = ledger;
        this.resurfacing = new Resurfacing(ledger);
        this.conditions = conditions;
        this.sides = sides;
        this.steps = steps;
        this.preparation = preparation;
        this.recording = recording;
        this.log = log;
        this.checkpoint = checkpoint;
        this.precautions = precautions;
        this.quarantining = quarantining;
    }

    void apply(SyncPlan plan) {
        List<PlannedChange> stateAlone = new ArrayList<>();
        List<PlannedChange.RemoteWrite> writes = new ArrayList<>();
        List<PlannedChange.Settle> settlements = new ArrayList<>();
        for (PlannedChange change : plan.changes()) {
            if (change instanceof PlannedChange.RemoteWrite write) {
                writes.add(write);
            } else if (change instanceof PlannedChange.Settle settle) {
                settlements.add(settle);
            } else if (!(change instanceof PlannedChange.Held)) {
                stateAlone.add(change);
            }
        }
        changeState(stateAlone);
        for (Side side : Side.values()) {
            write(side, writes.stream().filter(write -> write.side() == side).toList());
        }
        settle(settlements);
        commitEach(plan.skips().stream()
                .filter(skip -> skip.records().stream().noneMatch(failed::contains))
                .map(steps::skip)
                .toList());
        ledger.commit(quarantining.unreadable(plan.skips()));
        ledger.commit(quarantining.leaving());
    }

    private void changeState(List<PlannedChange> changes) {
        for (List<PlannedChange> batch : Batches.of(changes, COMMIT_SIZE)) {
            ledger.commit(
                    batch.stream().flatMap(change -> steps.of(change).stream()).toList());
            batch.stream().filter(change -> !isBookkeeping(change)).forEach(log::applied);
        }
    }

    /** Nothing that people would want to be told of. */
    private static boolean isBookkeeping(PlannedChange change) {
        return change instanceof PlannedChange.Forget || change instanceof PlannedChange.Refute;
    }

    private void settle(List<PlannedChange.Settle> settlements) {
        commitEach(settlements.stream()
                .filter(settle -> settle.records().stream().noneMatch(failed::contains))
                .map(settle -> steps.settle(settle, written))
                .toList());
    }

    private void commitEach(List<List<StateChange>> changes) {
        for (List<List<StateChange>> batch : Batches.of(changes, COMMIT_SIZE)) {
            ledger.commit(batch.stream().flatMap(List::stream).toList());
        }
    }

    private void write(Side side, List<PlannedChange.RemoteWrite> writes) {
        Endpoint endpoint = sides.on(side);
        for (List<PlannedChange.RemoteWrite> batch :
                Batches.of(writes, endpoint.capabilities().writeBatch())) {
            checkpoint.pass();
            List<PreparedWrite> prepared = prepare(batch, resurfacing.overtaken(side, endpoint, batch));
            if (!prepared.isEmpty()) {
                writeBatch(side, endpoint, prepared);
            }
        }
    }

    private List<PreparedWrite> prepare(List<PlannedChange.RemoteWrite> batch, Set<PlannedChange> overtaken) {
        List<PreparedWrite> prepared = new ArrayList<>();
        for (PlannedChange.RemoteWrite change : batch) {
            if (overtaken.contains(change)) {
                fail(change, new Outcome.Overtaken(change));
            } else if (change.records().stream().noneMatch(failed::contains)) {
                preparation
                        .prepare(change)
                        .ifPresentOrElse(prepared::add, () -> fail(change, new Outcome.Overtaken(change)));
            }
        }
        return prepared;
    }

    private void writeBatch(Side side, Endpoint endpoint, List<PreparedWrite> prepared) {
        List<StateChange> announced = new ArrayList<>();
        prepared.forEach(one -> announced.addAll(one.intent()));
        announced.addAll(precautions.before(prepared));
        ledger.commit(announced);
        List<WriteOutcome> outcomes = endpoint.write(conditions.of(
                endpoint, side, prepared.stream().map(PreparedWrite::write).toList()));
        if (outcomes.size() != prepared.size()) {
            throw new ContractBrokenException(side + " endpoint was given " + prepared.size()
                    + " writes and answered for " + outcomes.size() + "; it must answer once for each");
        }
        List<StateChange> changes = new ArrayList<>();
        for (int i = 0; i < prepared.size(); i++) {
            changes.addAll(record(prepared.get(i), outcomes.get(i)));
            changes.addAll(precautions.after(prepared.get(i), outcomes.get(i)));
            changes.addAll(quarantining.after(prepared.get(i), outcomes.get(i)));
        }
        ledger.commit(changes);
    }

    private List<StateChange> record(PreparedWrite prepared, WriteOutcome outcome) {
        PlannedChange.RemoteWrite change = prepared.change();
        if (outcome instanceof WriteOutcome.Written stranger && recording.isOfUnknownAttempt(prepared, stranger)) {
            ledger.requireFence();
            setAside(
                    change,
                    new Outcome.Unanswered(change, "it was answered with the record of another worker's attempt"));
            return List.of();
        }
        if (outcome instanceof WriteOutcome.Written done) {
            List<RecordKey> records = new ArrayList<>(change.records());
            RecordKey key = new RecordKey(change.side(), done.id());
            if (!records.contains(key)) {
                records.add(key);
            }
            written.add(key);
            log.applied(change, records);
            return recording.written(prepared, done);
        }
        if (outcome instanceof WriteOutcome.Rejected rejected) {
            setAside(change, new Outcome.Refused(change, rejected.code(), rejected.message(), rejected.permanent()));
            return recording.notWritten(prepared);
        }
        if (outcome instanceof WriteOutcome.Deferred deferred) {
            setAside(change, new Outcome.PutOff(change, deferred.until()));
            return recording.notWritten(prepared);
        }
        if (outcome instanceof WriteOutcome.Unknown unknown) {
            setAside(change, new Outcome.Unanswered(change, unknown.cause()));
            return List.of();
        }
        return notThere(prepared);
    }

    private List<StateChange> notThere(PreparedWrite prepared) {
        PlannedChange.RemoteWrite change = prepared.change();
        if (change instanceof PlannedChange.Create) {
            return broken(prepared, "the " + change.side() + " endpoint answered a creation as if the record existed");
        }
        fail(change, new Outcome.Overtaken(change));
        return recording.overtaken(prepared);
    }

    /** What one record's answer breaks concerns that record: the rest of the mailbox goes on (S15). */
    private List<StateChange> broken(PreparedWrite prepared, String message) {
        setAside(prepared.change(), new Outcome.Refused(prepared.change(), "CONTRACT_BROKEN", message, true));
        List<StateChange> changes = new ArrayList<>(recording.notWritten(prepared));
        changes.addAll(quarantining.broken(prepared, message));
        return changes;
    }

    private void fail(PlannedChange change, Outcome outcome) {
        failed.addAll(change.records());
        log.add(outcome);
    }

    private void setAside(PlannedChange change, Outcome outcome) {
        fail(change, outcome);
        log.setAside(change.records());
    }
}
