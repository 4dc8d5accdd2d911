package io.github.crosstie.apply;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlanInput;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StopReason;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way through a round, on a ledger of its own: recover, ingest both sides, then survey, plan and apply until nothing is left to
 * do. Sequences, and only sequences.
 */
final class Passage {

    private final RoundParts parts;
    private final Ledger ledger;
    private final Watch watch;
    private final Checkpoint checkpoint;
    private final RoundLog log;
    private final ClaimCheck claim;
    private final Relink relink;
    private final SettingsChange settingsChange;
    private final MatchIndex index = new MatchIndex();
    private final CarriedRecords carried;
    private final Journaling journaling;
    private final Instant began;
    private final Holds holds;
    private final DeletionsTogether together = new DeletionsTogether();
    private boolean isRound;
    private boolean isOvertaken;

    Passage(RoundParts parts, Ledger ledger, Watch watch) {
        this.parts = parts;
        this.ledger = ledger;
        this.watch = watch;
        carried = new CarriedRecords(parts.planner(), index);
        journaling = new Journaling(parts.clock());
        began = parts.clock().instant();
        checkpoint = new Checkpoint(watch.limits(), parts.clock());
        log = new RoundLog(watch.audience());
        holds = new Holds(parts.collection(), ledger, parts.ids(), parts.clock(), log);
        relink = new Relink(ledger, parts.sides(), journaling, log);
        settingsChange = new SettingsChange(ledger, log);
        claim = new ClaimCheck(ledger, parts.sides().mail(), parts.claimant(), parts.store(), parts.clock());
    }

    /** Recovers and ingests; false if this kind of record does not flow at all. */
    boolean prepare() {
        if (parts.settings().direction() == SyncDirection.OFF) {
            return false;
        }
        begin();
        Ingest ingest = new Ingest(ledger, carried, checkpoint, parts.measures(), began, watch.audience());
        for (Side side : Side.values()) {
            watch.audience().changesOf(side);
            ingest.ingest(side, parts.sides().on(side));
        }
        return true;
    }

    /** What comes before anything else is read or written. */
    private void begin() {
        watch.audience().enter(RoundPhase.RECOVERY);
        checkpoint.pass();
        relink.look();
        Window window = new Window(parts.clock(), SyncRound.LATE_WRITE_WINDOW);
        new Recovery(ledger, parts.sides(), parts.merge(), log, journaling, window, parts.measures()).recover();
        relink.begin();
        settingsChange.notice(
                ScopeSettings.of(parts.configuration(), parts.collection().kind()));
    }

    void reset() {
        ResetCounts counts = Reset.preview(ledger.state());
        begin();
        watch.audience().enter(RoundPhase.WORK);
        new Reset(ledger).reset();
        log.add(new Outcome.WasReset(counts));
    }

    void round() {
        isRound = parts.settings().direction() != SyncDirection.OFF;
        if (prepare()) {
            work();
        }
    }

    /**
     * What is stored with the end of the lease: places in the change streams, and how the round ended (S18).
     *
     * @param stop what ended it early; null if nothing did
     */
    List<StateChange> last(@Nullable StopReason stop) {
        List<StateChange> last = new ArrayList<>(ledger.deferred());
        if (isRound) {
            last.add(new StateChange.EndRound(parts.clock().instant(), stop == null ? unfinished() : stop));
        }
        return last;
    }

    /** The round before this one; null if there was none. */
    @Nullable
    LastRound lastRound() {
        return ledger.state().lastRound();
    }

    /** Why a round that came to its end may have left something undone; null if it has not. */
    private @Nullable StopReason unfinished() {
        if (Stream.of(Side.values()).anyMatch(side -> ledger.state().scanned(side) != null)) {
            return StopReason.LISTING_INCOMPLETE;
        }
        if (!ledger.state().intents().isEmpty()) {
            return StopReason.ANSWER_LOST;
        }
        return isOvertaken ? StopReason.OVERTAKEN : null;
    }

    /** Carries out what holds of a plan that was made earlier. */
    void carryOut(SyncPlan stored) {
        Optional<String> objection =
                new HeaderCheck(parts.collection(), parts.configuration(), parts.sides()).objection(stored.header());
        if (objection.isPresent()) {
            log.add(new Outcome.Stopped(OutcomeCode.PLAN_OUTDATED, objection.get(), null));
        } else if (parts.settings().direction() != SyncDirection.OFF) {
            begin();
            watch.audience().enter(RoundPhase.WORK);
            FreshLook look = FreshLook.at(stored, ledger.state(), parts.sides());
            new LateArrivals(ledger, parts.merge(), journaling, parts.measures()).recognise(look.readings());
            ZonedDateTime now = ZonedDateTime.now(parts.clock());
            SyncPlan left = new StoredPlan(stored, look, ledger.state(), parts.planner(), parts.sides(), log)
                    .holding(now, deletionsMade(now.toInstant()), parts.organization());
            SyncPlan plan = holds.note(left, records(left));
            log.planned(plan);
            Optional<Outcome.Stopped> refusal = plan.writesNothing() ? Optional.empty() : claim.refusal();
            refusal.ifPresentOrElse(log::add, () -> {
                applier(plan).apply(plan);
                holds.count();
                holds.settleIfComplete(plan);
            });
        }
    }

    /** What a plan is about: what else it was about when it was made is left to the next round, and so is its hold. */
    private static Set<RecordKey> records(SyncPlan plan) {
        return plan.changes().stream()
                .flatMap(change -> change.records().stream())
                .collect(Collectors.toSet());
    }

    void tellOfCap() {
        int waiting = parts.planner().waitingAtCap(ledger.state());
        if (waiting > 0) {
            log.add(new Outcome.Capped(parts.settings().cap(), waiting));
        }
    }

    void work() {
        watch.audience().enter(RoundPhase.WORK);
        for (int pass = 0; pass < SyncRound.MAX_PASSES; pass++) {
            if (isIdlePass()) {
                holds.settle();
                relink.end();
                settingsChange.end(parts.clock().instant());
                if (log.allWasLookedAt()) {
                    new Settlement(ledger).settle(began);
                }
                return;
            }
        }
        isOvertaken = true;
        holds.settle();
    }

    /** All that is dirty, slice by slice; true if there was nothing to do. */
    private boolean isIdlePass() {
        log.beginPass();
        Slices slices = slices(watch.limits().slice());
        boolean idle = true;
        int done = 0;
        for (Optional<Slice> slice = slices.next(); slice.isPresent(); slice = slices.next()) {
            idle &= isIdle(slice.get());
            done += slice.get().records().size();
            if (slices.total() > 0) {
                watch.audience().progress(done, slices.total());
            }
        }
        carried.clear();
        return idle;
    }

    private boolean isIdle(Slice slice) {
        SortedMap<RecordKey, ReadOutcome> readings = survey(slice);
        List<StateChange> postponed =
                slice.decidesDeletions() ? List.of() : PossibleDeletions.postpone(ledger.state(), readings);
        ledger.commit(postponed);
        SyncPlan decided = plan(readings);
        boolean hasPutOff = false;
        while (!slice.decidesDeletions() && readings.keySet().removeAll(together.putOff(decided))) {
            hasPutOff = true;
            decided = plan(readings);
        }
        SyncPlan plan = holds.note(decided, readings.keySet());
        log.planned(plan);
        requireClaim(plan);
        applier(plan).apply(plan);
        holds.count();
        carried.drop(readings.keySet());
        return plan.isIdle() && postponed.isEmpty() && !hasPutOff;
    }

    private void requireClaim(SyncPlan plan) {
        Optional<Outcome.Stopped> refusal = plan.writesNothing() ? Optional.empty() : claim.refusal();
        if (refusal.isPresent()) {
            throw new Checkpoint.Halt(refusal.get());
        }
    }

    private Slices slices(int size) {
        return new Slices(
                ledger.state(),
                parts.clock().instant(),
                size,
                parts.planner(),
                parts.sides(),
                carried,
                index,
                checkpoint,
                together.toDecide(ledger.state()));
    }

    private SortedMap<RecordKey, ReadOutcome> survey(Slice slice) {
        SortedMap<RecordKey, ReadOutcome> readings = Survey.take(
                ledger.state(),
                slice,
                parts.clock().instant(),
                log.setAside(),
                parts.planner(),
                parts.sides(),
                carried,
                checkpoint);
        new Vanished(parts.collection(), ledger.state()).ask(readings, parts.sides(), checkpoint);
        return readings;
    }

    private SyncPlan plan(SortedMap<RecordKey, ReadOutcome> readings) {
        return planned(input(readings));
    }

    private PlanInput input(SortedMap<RecordKey, ReadOutcome> readings) {
        ZonedDateTime now = ZonedDateTime.now(parts.clock());
        new LateArrivals(ledger, parts.merge(), journaling, parts.measures()).recognise(readings);
        return new PlanInput(ledger.state(), readings, log.setAside(), deletionsMade(now.toInstant()), now);
    }

    private SyncPlan planned(PlanInput input) {
        SyncPlan plan = parts.planner().plan(input);
        return parts.organization()
                .of(plan, ledger.state(), input.now().toInstant())
                .map(cause -> parts.planner().plan(input.holdingDeletions(cause)))
                .orElse(plan);
    }

    /** Those of the guard's window, and those of this round even if it takes longer than that (S13). */
    private int deletionsMade(Instant now) {
        Instant window = now.minus(parts.configuration().deletionGuard().window());
        return ledger.state().deletionsSince(window.isBefore(began) ? window : began);
    }

    /** One plan for everything, however much it is. */
    SyncPlan whole() {
        return planned(wholeInput());
    }

    PlanInput wholeInput() {
        return input(survey(slices(Integer.MAX_VALUE - 1).next().orElseThrow()));
    }

    SyncPlan nothing() {
        return parts.planner().plan(noInput());
    }

    PlanInput noInput() {
        return new PlanInput(ledger.state(), new TreeMap<>(), log.setAside(), 0, ZonedDateTime.now(parts.clock()));
    }

    private Applier applier(SyncPlan plan) {
        CollectionState state = ledger.state();
        Adoption adoption = new Adoption(parts.merge());
        return new Applier(
                ledger,
                parts.sides(),
                new StateSteps(parts.collection(), state, adoption, parts.ids()),
                new WritePreparation(parts.collection(), state, parts.ids(), parts.measures()),
                new WriteRecording(
                        state,
                        adoption,
                        journaling,
                        side -> parts.sides().on(side).capabilities().conditionalWrites(),
                        parts.measures()),
                log,
                new Precautions(state, parts.configuration().deletionGuard(), parts.clock()),
                new Quarantining(state, parts.configuration().quarantine(), parts.planner(), parts.clock(), plan),
                new Conditions(parts.measures()),
                checkpoint);
    }

    /** What the round did so far, told as far as it can be told now. */
    RoundReport report() {
        return log.report(ledger, parts.clock().instant());
    }

    Ledger ledger() {
        return ledger;
    }

    RoundLog log() {
        return log;
    }
}
