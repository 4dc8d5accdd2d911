package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.internal.guard.Administrators;
import io.github.crosstie.engagement.internal.guard.People;
import io.github.crosstie.engagement.internal.guard.UnitCensus;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of one run, batch by batch, each prechecked against what is known to be there. Not thread-safe. */
final class WriteRun {

    private final BusinessUnitId unit;
    private final UnitEndpoint endpoint;
    private final People people;
    private final TargetFields fields;
    private final LedgerNotes notes;
    private final Clock clock;
    private final OutcomeList outcomes;
    private final Set<UserChange> released;
    private final List<UserChange> batch = new ArrayList<>();
    private final Set<UserChange> repeated = new HashSet<>();
    private WorkingPicture picture;
    private Precheck precheck;
    private Administrators administrators;

    /** A run over a fresh listing; what somebody released does not count against the guards. */
    WriteRun(
            UnitEndpoint endpoint,
            UnitListing listing,
            People people,
            TargetFields fields,
            LedgerNotes notes,
            Clock clock,
            OutcomeList outcomes,
            Set<UserChange> released) {
        unit = listing.unit();
        this.endpoint = endpoint;
        this.people = people;
        this.fields = fields;
        this.notes = notes;
        this.clock = clock;
        this.outcomes = outcomes;
        this.released = released;
        picture = new WorkingPicture(listing, people);
        precheck = new Precheck(picture, fields);
        administrators = Administrators.of(UnitCensus.of(listing), people);
    }

    private void lookAgain() {
        UnitListing listing = UnitListing.read(unit, endpoint, clock.instant());
        picture = new WorkingPicture(listing, people);
        precheck = new Precheck(picture, fields);
        administrators = Administrators.of(UnitCensus.of(listing), people);
    }

    /**
     * Writes changes in their order.
     *
     * @throws CrosstieException if the run ends early; what came of the changes until then was told
     */
    void write(List<UserChange> changes) {
        changes.forEach(this::consider);
        flush();
    }

    private void consider(UserChange change) {
        if (!endpoint.capabilities().writes().contains(change.kind())) {
            outcomes.add(new ChangeOutcome.NotSupported(change));
            return;
        }
        if (mustWaitForBatch(change)) {
            flush();
        }
        @Nullable ChangeOutcome outcome = withoutWriting(change);
        if (outcome != null) {
            outcomes.add(outcome);
            return;
        }
        batch.add(change);
        if (batch.size() == endpoint.capabilities().writeBatch()) {
            flush();
        }
    }

    /** Who rests on what becomes of another one must know it: two Administrators never cease to be in one batch. */
    private boolean mustWaitForBatch(UserChange change) {
        return batch.stream().anyMatch(each -> each.user().equals(change.user()))
                || (!batch.isEmpty() && (picture.isBlocked(change) || administrators.takesOne(change)));
    }

    private @Nullable ChangeOutcome withoutWriting(UserChange change) {
        @Nullable ChangeOutcome outcome = precheck.outcome(change);
        if (outcome != null) {
            return outcome;
        }
        if (administrators.wouldEndWith(change)) {
            return new ChangeOutcome.Held(
                    change,
                    HoldCause.LAST_ADMINISTRATOR,
                    "no active Administrator would be left, as another one was not made; see to that one, then plan"
                            + " again");
        }
        return picture.isBlocked(change)
                ? new ChangeOutcome.Outdated(
                        change, "another user has the address or username by now, or did not give it up; plan again")
                : null;
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        List<UserChange> changes = List.copyOf(batch);
        batch.clear();
        List<UserChange> unknown = send(changes);
        if (!unknown.isEmpty()) {
            settle(unknown);
        }
    }

    /** Sends a batch; those of which nobody knows whether they were made. */
    private List<UserChange> send(List<UserChange> changes) {
        Runnable takeBack = notes.writing(changes, released);
        List<UserWriteOutcome> answers;
        try {
            answers = endpoint.write(changes.stream().map(this::write).toList());
        } catch (CrosstieException nothingSent) {
            note(takeBack, nothingSent);
            throw nothingSent;
        } catch (RuntimeException tellsNothing) {
            note(this::ended, tellsNothing);
            throw tellsNothing;
        }
        if (answers.size() != changes.size()) {
            throw new ContractBrokenException("business unit " + unit + ": " + answers.size() + " outcomes for "
                    + changes.size() + " writes; report it to the author of the target");
        }
        List<UserChange> unknown = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            if (answers.get(at) instanceof UserWriteOutcome.Unknown) {
                unknown.add(changes.get(at));
            } else {
                outcomes.add(outcome(changes.get(at), answers.get(at)));
            }
        }
        ended();
        return unknown;
    }

    /** Where listings lag, whoever lists next waits from now on, and not from before a write that took long. */
    private void ended() {
        if (!endpoint.capabilities().staleness().isZero()) {
            notes.ended();
        }
    }

    /** What stopped the run is told, not that the note of before stays. */
    private static void note(Runnable note, RuntimeException stopping) {
        try {
            note.run();
        } catch (RuntimeException noteStays) {
            stopping.addSuppressed(noteStays);
        }
    }

    private UserWrite write(UserChange change) {
        if (change instanceof UserChange.Create create) {
            return new UserWrite.Create(fields.cut(create.values()));
        }
        EngagementUserId id = precheck.target(change).map(EngagementUser::id).orElseThrow();
        if (change instanceof UserChange.Update update) {
            return new UserWrite.Update(id, update.difference());
        }
        return change instanceof UserChange.Recycle ? new UserWrite.Recycle(id) : new UserWrite.Restore(id);
    }

    private ChangeOutcome outcome(UserChange change, UserWriteOutcome answer) {
        if (answer instanceof UserWriteOutcome.Written written) {
            picture.make(change, written.id());
            administrators.make(change);
            return new ChangeOutcome.Made(change, written.id(), precheck.notCarried(change));
        }
        if (answer instanceof UserWriteOutcome.Rejected rejected) {
            return new ChangeOutcome.Refused(change, rejected.code(), rejected.message(), rejected.permanent());
        }
        if (answer instanceof UserWriteOutcome.Deferred deferred) {
            return new ChangeOutcome.Unfinished(change, "the system takes it later", deferred.until());
        }
        if (answer instanceof UserWriteOutcome.Gone && change instanceof UserChange.Recycle) {
            picture.make(change, precheck.madeAs(change));
            administrators.make(change);
            return precheck.alreadyMade(change); // some systems do not tell whoever is recycled from whoever is gone
        }
        return new ChangeOutcome.Outdated(
                change,
                answer instanceof UserWriteOutcome.Conflict
                        ? "somebody has changed the user meanwhile; plan again"
                        : "the user is gone; plan again");
    }

    /** Looks before anything is repeated, and repeats it once. Where listings lag, looking would prove nothing yet. */
    private void settle(List<UserChange> unknown) {
        Duration staleness = endpoint.capabilities().staleness();
        if (!staleness.isZero()) {
            Instant visible = clock.instant().plus(staleness);
            for (UserChange change : unknown) {
                if (administrators.takesOne(change)) {
                    administrators.make(change);
                }
                outcomes.add(unsettled(change, visible));
            }
            return;
        }
        lookAgain();
        List<UserChange> again = new ArrayList<>();
        for (UserChange change : unknown) {
            if (precheck.isMade(change)) {
                outcomes.add(new ChangeOutcome.Made(change, precheck.madeAs(change), precheck.notCarried(change)));
            } else if (repeated.add(change)) {
                again.add(change);
            } else {
                outcomes.add(unsettled(change, null));
            }
        }
        repeat(again);
    }

    private void repeat(List<UserChange> changes) {
        List<UserChange> stillDue = new ArrayList<>();
        for (UserChange change : changes) {
            @Nullable ChangeOutcome outcome = withoutWriting(change);
            if (outcome == null) {
                stillDue.add(change);
            } else {
                outcomes.add(outcome);
            }
        }
        List<UserChange> unknown = stillDue.isEmpty() ? List.of() : send(stillDue);
        if (!unknown.isEmpty()) {
            settle(unknown);
        }
    }

    private static ChangeOutcome unsettled(UserChange change, @Nullable Instant until) {
        return new ChangeOutcome.Unfinished(
                change, "the answer was lost, and nobody knows whether it was made; run again to find out", until);
    }
}
