package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.guard.Administrators;
import io.github.crosstie.engagement.guard.UnitCensus;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.Removal;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.fault.ThrottledException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of one run, batch by batch, each prechecked against what is known to be there. Not thread-safe. */
final class WriteRun {

    private final BusinessUnit unit;
    private final UnitEndpoint endpoint;
    private final UserSyncPlanner planner;
    private final LedgerStore ledgers;
    private final Clock clock;
    private final List<ChangeOutcome> outcomes = new ArrayList<>();
    private final List<UserChange> batch = new ArrayList<>();
    private final Set<UserChange> repeated = new HashSet<>();
    private WorkingPicture picture;
    private Precheck precheck;
    private Administrators administrators;
    private Set<UserChange> released = Set.of();
    private @Nullable String stopped;
    private @Nullable Instant retryAt;

    WriteRun(
            BusinessUnit unit,
            UnitEndpoint endpoint,
            UnitListing listing,
            UserSyncPlanner planner,
            LedgerStore ledgers,
            Clock clock) {
        this.unit = unit;
        this.endpoint = endpoint;
        this.planner = planner;
        this.ledgers = ledgers;
        this.clock = clock;
        picture = new WorkingPicture(listing, planner.people());
        precheck = new Precheck(picture);
        administrators = Administrators.of(UnitCensus.of(listing), planner.people());
    }

    private void lookAgain() {
        UnitListing listing = UnitListing.read(unit.id(), endpoint, clock.instant());
        picture = new WorkingPicture(listing, planner.people());
        precheck = new Precheck(picture);
        administrators = Administrators.of(UnitCensus.of(listing), planner.people());
    }

    void note(ChangeOutcome outcome) {
        outcomes.add(outcome);
    }

    /**
     * The places of changes that were made already. An earlier change of a user counts as made if a later one that was made
     * sets the same fields: an address that was parked for a while is not parked again.
     */
    Set<Integer> alreadyMade(List<UserChange> changes) {
        Set<Integer> made = new HashSet<>();
        Map<EngagementUserId, Set<UserField>> settled = new HashMap<>();
        for (int place = changes.size() - 1; place >= 0; place--) {
            UserChange change = changes.get(place);
            if (!(change instanceof UserChange.Update update)) {
                if (precheck.isMade(change)) {
                    made.add(place);
                }
                continue;
            }
            Set<UserField> fields = settled.computeIfAbsent(update.target(), none -> new HashSet<>());
            Set<UserField> own = update.difference().changes().keySet();
            if (precheck.isMade(change) || fields.containsAll(own)) {
                made.add(place);
                fields.addAll(own);
            }
        }
        return made;
    }

    /** Writes changes in their order; those that somebody released do not count against the guards. */
    void write(List<UserChange> changes, Set<UserChange> unguarded) {
        released = unguarded;
        for (UserChange change : changes) {
            if (stopped == null) {
                consider(change);
            } else {
                outcomes.add(new ChangeOutcome.Unfinished(change, stopped, retryAt));
            }
        }
        flush();
    }

    private void consider(UserChange change) {
        if (!endpoint.capabilities().writes().contains(change.kind())) {
            outcomes.add(new ChangeOutcome.NotSupported(change));
            return;
        }
        if (!batch.isEmpty() && mustWaitForBatch(change)) {
            flush();
            if (stopped != null) {
                outcomes.add(new ChangeOutcome.Unfinished(change, stopped, retryAt));
                return;
            }
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

    private boolean mustWaitForBatch(UserChange change) {
        boolean sameUser = batch.stream().anyMatch(each -> each.user().equals(change.user()));
        return sameUser || picture.isBlocked(change) || administrators.wouldEndWith(change) || takesAfterOther(change);
    }

    /** Two who cease to be Administrators never share a batch: the second one must know what became of the first. */
    private boolean takesAfterOther(UserChange change) {
        return administrators.takesOne(change) && batch.stream().anyMatch(administrators::takesOne);
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
                    "no active Administrator would be left, as another one was not made; see to that one, then plan again");
        }
        return picture.isBlocked(change)
                ? new ChangeOutcome.Outdated(
                        change, "another user has the address or username by now, or did not give it up; plan again")
                : null;
    }

    private void flush() {
        if (batch.isEmpty() || stopped != null) {
            return;
        }
        List<UserChange> changes = List.copyOf(batch);
        batch.clear();
        try {
            List<UserChange> unknown = send(changes);
            if (!unknown.isEmpty()) {
                settle(unknown);
            }
        } catch (ThrottledException throttled) {
            stop(changes, throttled, throttled.retryAt());
        } catch (CrosstieException failure) {
            stop(changes, failure, null);
        }
    }

    private void stop(List<UserChange> changes, CrosstieException failure, @Nullable Instant until) {
        String message = String.valueOf(failure.getMessage());
        stopped = message;
        retryAt = until;
        Set<UserChange> told = new HashSet<>();
        outcomes.forEach(outcome -> told.add(outcome.change()));
        changes.stream()
                .filter(change -> !told.contains(change))
                .forEach(change -> outcomes.add(new ChangeOutcome.Unfinished(change, message, until)));
    }

    /** Sends a batch; those of which nobody knows whether they were made. */
    private List<UserChange> send(List<UserChange> changes) {
        UnitLedger before = ledgers.read(unit.id());
        UnitLedger noted = before.writing(removals(changes), clock.instant(), longestWindow());
        replace(before, noted);
        List<UserWriteOutcome> answers;
        try {
            answers = endpoint.write(changes.stream().map(this::write).toList());
        } catch (CrosstieException nothingSent) {
            replace(noted, before);
            throw nothingSent;
        }
        if (answers.size() != changes.size()) {
            throw new ContractBrokenException("business unit " + unit.id() + ": " + answers.size() + " outcomes for "
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
        return unknown;
    }

    private void replace(UnitLedger before, UnitLedger after) {
        if (!ledgers.replace(unit.id(), before, after)) {
            throw new FencedException("business unit " + unit.id()
                    + ": another run has changed its ledger meanwhile; let that one finish, then run again");
        }
    }

    private List<Removal> removals(List<UserChange> changes) {
        Instant now = clock.instant();
        int recyclings = 0;
        int demotions = 0;
        for (UserChange change : changes) {
            if (released.contains(change)) {
                continue;
            }
            recyclings += change instanceof UserChange.Recycle ? 1 : 0;
            demotions += change instanceof UserChange.Update update
                            && planner.settings().demotions().isDemotion(update)
                    ? 1
                    : 0;
        }
        List<Removal> removals = new ArrayList<>();
        if (recyclings > 0) {
            removals.add(new Removal(RemovalKind.RECYCLING, recyclings, now));
        }
        if (demotions > 0) {
            removals.add(new Removal(RemovalKind.DEMOTION, demotions, now));
        }
        return removals;
    }

    private Duration longestWindow() {
        DeletionGuard demotions = planner.settings().demotions().limit();
        Duration own = unit.deletionGuard().window();
        return own.compareTo(demotions.window()) > 0 ? own : demotions.window();
    }

    private UserWrite write(UserChange change) {
        if (change instanceof UserChange.Create create) {
            return new UserWrite.Create(create.values());
        }
        EngagementUserId id = id(change);
        if (change instanceof UserChange.Update update) {
            return new UserWrite.Update(id, update.difference());
        }
        return change instanceof UserChange.Recycle ? new UserWrite.Recycle(id) : new UserWrite.Restore(id);
    }

    private EngagementUserId id(UserChange change) {
        return precheck.target(change).map(EngagementUser::id).orElseThrow();
    }

    private ChangeOutcome outcome(UserChange change, UserWriteOutcome answer) {
        if (answer instanceof UserWriteOutcome.Written written) {
            picture.make(change, written.id());
            administrators.make(change);
            return new ChangeOutcome.Made(change, written.id());
        }
        if (answer instanceof UserWriteOutcome.Rejected rejected) {
            return new ChangeOutcome.Refused(change, rejected.code(), rejected.message(), rejected.permanent());
        }
        if (answer instanceof UserWriteOutcome.Deferred deferred) {
            return new ChangeOutcome.Unfinished(change, "the system takes it later", deferred.until());
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
                outcomes.add(new ChangeOutcome.Made(change, madeAs(change)));
            } else if (repeated.add(change)) {
                again.add(change);
            } else {
                outcomes.add(unsettled(change, null));
            }
        }
        if (!again.isEmpty()) {
            List<UserChange> still = send(again);
            if (!still.isEmpty()) {
                settle(still);
            }
        }
    }

    private EngagementUserId madeAs(UserChange change) {
        return precheck.target(change)
                .map(EngagementUser::id)
                .or(() -> picture.mappedTo(change.user()).stream()
                        .map(EngagementUser::id)
                        .findFirst())
                .orElseThrow();
    }

    private static ChangeOutcome unsettled(UserChange change, @Nullable Instant until) {
        return new ChangeOutcome.Unfinished(
                change, "the answer was lost, and nobody knows whether it was made; run again to find out", until);
    }

    /** Uses the plan's token up, unless another run of the same plan is needed. */
    void spend(UnitPlan plan) {
        if (plan.release() == null || stopped != null || !outcomes.stream().allMatch(ChangeOutcome::isFinal)) {
            return;
        }
        UnitLedger before = ledgers.read(unit.id());
        replace(before, before.spending(Objects.requireNonNull(plan.release()).token()));
    }

    UnitReport report() {
        return new UnitReport(unit.id(), outcomes, stopped);
    }
}
