package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.guard.Guarded;
import io.github.crosstie.engagement.guard.UnitCensus;
import io.github.crosstie.engagement.guard.UnitGuards;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the plan of one unit. Sequences, and only sequences: a fresh look, what was made already, the guards, the
 * writes.
 *
 * <ul>
 *   <li>A crash at any moment: run the same plan again; what was made is found, and the rest is made.
 *   <li>A lost answer: the unit is listed again before anything is repeated; where listings lag behind writes, that is
 *       left to a later run.
 *   <li>A limit, or no answer at all: the run ends, and says when to try again.
 *   <li>Two runs at once: the one whose ledger was replaced by the other ends.
 * </ul>
 */
public final class UnitApplier {

    private final UserSyncPlanner planner;
    private final EngagementTarget target;
    private final LedgerStore ledgers;
    private final Clock clock;

    private UnitApplier(UserSyncPlanner planner, EngagementTarget target, LedgerStore ledgers, Clock clock) {
        this.planner = Objects.requireNonNull(planner, "planner");
        this.target = Objects.requireNonNull(target, "target");
        this.ledgers = Objects.requireNonNull(ledgers, "ledgers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Makes an applier.
     *
     * @param planner knows the CRM's users, the units and the settings of the guards
     * @param target holds the users of the units
     * @param ledgers what is known of each unit
     * @param clock the clock
     * @return the applier
     */
    public static UnitApplier of(UserSyncPlanner planner, EngagementTarget target, LedgerStore ledgers, Clock clock) {
        return new UnitApplier(planner, target, ledgers, clock);
    }

    /**
     * Carries out the plan of one unit. May be called again with the same plan.
     *
     * @param plan the plan
     * @return what came of it; trouble with the unit as a whole is told there too
     * @throws IllegalArgumentException if the plan is about none of the units
     */
    public UnitReport apply(UnitPlan plan) {
        BusinessUnit unit = unit(plan.unit());
        if (plan.changes().isEmpty()) {
            return new UnitReport(plan.unit(), List.of(), null);
        }
        try {
            return apply(plan, unit);
        } catch (ThrottledException throttled) {
            return stopped(plan, String.valueOf(throttled.getMessage()), throttled.retryAt());
        } catch (CrosstieException failure) {
            return stopped(plan, String.valueOf(failure.getMessage()), null);
        }
    }

    private BusinessUnit unit(BusinessUnitId id) {
        return planner.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan is about business unit " + id
                        + ", which is none of those given; give its settings too"));
    }

    private static UnitReport stopped(UnitPlan plan, String message, @Nullable Instant retryAt) {
        return new UnitReport(
                plan.unit(),
                plan.changes().stream()
                        .<ChangeOutcome>map(change -> new ChangeOutcome.Unfinished(change, message, retryAt))
                        .toList(),
                message);
    }

    private UnitReport apply(UnitPlan plan, BusinessUnit unit) {
        UnitLedger ledger = ledgers.read(plan.unit());
        @Nullable String misuse = misuse(plan, ledger);
        if (misuse != null) {
            return stopped(plan, misuse, null);
        }
        UnitEndpoint endpoint = target.open(plan.unit());
        Instant now = clock.instant();
        @Nullable Instant lastWrite = ledger.lastWriteAt();
        if (lastWrite != null) {
            Instant visible = lastWrite.plus(endpoint.capabilities().staleness());
            if (now.isBefore(visible)) {
                return stopped(
                        plan, "listings may not show the last writes before " + visible + "; run again then", visible);
            }
        }
        return write(plan, unit, ledger, endpoint, UnitListing.read(plan.unit(), endpoint, now));
    }

    private static @Nullable String misuse(UnitPlan plan, UnitLedger ledger) {
        if (plan.release() == null) {
            return null;
        }
        if (!plan.isReleasedAsSeen()) {
            return "the plan's release is not one of the changes in it: they were edited after somebody agreed; plan"
                    + " again";
        }
        if (ledger.isSpent(plan.release().token())
                || ledger.releases() != plan.basis().releases()) {
            return "the plan's release was used before, or another one since; plan again";
        }
        OptIn optIn = ledger.optIn();
        boolean agreedTo = optIn == null || optIn.token().equals(plan.release().token());
        return plan.basis().state() != UnitState.OPTED_IN && !agreedTo
                ? "the plan is a preview, and somebody opted in on the strength of another one; plan again"
                : null;
    }

    private UnitReport write(
            UnitPlan plan, BusinessUnit unit, UnitLedger ledger, UnitEndpoint endpoint, UnitListing listing) {
        OutcomeList outcomes = new OutcomeList();
        List<UserChange> toMake = new ArrayList<>();
        Set<Integer> released = new HashSet<>();
        Set<Integer> made = new Precheck(new WorkingPicture(listing, planner.people())).alreadyMade(plan.changes());
        for (int place = 0; place < plan.changes().size(); place++) {
            UserChange change = plan.changes().get(place);
            if (made.contains(place)) {
                outcomes.add(new ChangeOutcome.AlreadyMade(change));
                continue;
            }
            if (plan.release() != null && plan.release().places().contains(place)) {
                released.add(toMake.size());
            }
            toMake.add(change);
        }
        Guarded guarded = guard(unit, ledger, listing).judge(toMake, released);
        guarded.held()
                .forEach(held ->
                        outcomes.add(new ChangeOutcome.Held(held.change(), held.cause(), reason(guarded, held))));
        DemotionGuard demotions = planner.settings().demotions();
        LedgerNotes notes = new LedgerNotes(unit, ledgers, demotions, clock);
        Set<UserChange> uncounted = released.stream().map(toMake::get).collect(Collectors.toSet());
        @Nullable
        String stopped = new WriteRun(endpoint, listing, planner.people(), notes, clock, outcomes, uncounted)
                .write(guarded.changes());
        if (plan.release() != null && stopped == null && outcomes.isFinal()) {
            notes.spend(plan.release().token());
        }
        return new UnitReport(plan.unit(), outcomes.inOrderOf(plan.changes()), stopped);
    }

    private UnitGuards guard(BusinessUnit unit, UnitLedger ledger, UnitListing listing) {
        return UnitGuards.of(
                unit,
                ledger,
                clock.instant(),
                UnitCensus.of(listing),
                planner.people(),
                planner.settings().demotions());
    }

    private static String reason(Guarded guarded, HeldChange held) {
        return guarded.verdicts().stream()
                .filter(verdict -> verdict.cause() == held.cause())
                .map(GuardVerdict::reason)
                .findFirst()
                .orElse("held");
    }
}
