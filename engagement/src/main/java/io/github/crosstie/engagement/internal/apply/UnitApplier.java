package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.apply.UnitReport;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.internal.guard.Guarded;
import io.github.crosstie.engagement.internal.guard.People;
import io.github.crosstie.engagement.internal.guard.UnitCensus;
import io.github.crosstie.engagement.internal.guard.UnitGuards;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.Release;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
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
 * Carries out the plan of one unit. Sequences, and only sequences: a fresh look, what was made already, what is still
 * due, the guards, the writes.
 *
 * <ul>
 *   <li>A crash at any moment: run the same plan again; what was made is found, and the rest is made.
 *   <li>A lost answer: the unit is listed again before anything is repeated; where listings lag behind writes, that is
 *       left to a later run.
 *   <li>A limit, no answer at all, or a defect of the host's code: the run ends, says so, and when to try again. What
 *       came of the changes until then is told all the same.
 *   <li>Two runs at once: the one whose ledger was replaced by the other ends.
 * </ul>
 */
final class UnitApplier {

    private static final String LAPSED = "its release was used before, or another one since; plan again";

    private final UserSyncPlanner planner;
    private final People people;
    private final EngagementTarget target;
    private final LedgerStore ledgers;
    private final Clock clock;

    UnitApplier(UserSyncPlanner planner, People people, EngagementTarget target, LedgerStore ledgers, Clock clock) {
        this.planner = Objects.requireNonNull(planner, "planner");
        this.people = people;
        this.target = Objects.requireNonNull(target, "target");
        this.ledgers = Objects.requireNonNull(ledgers, "ledgers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A plan that is not carried out at all, and never will be. */
    static UnitReport refused(UnitPlan plan, String reason) {
        return new UnitReport(
                plan.unit(),
                plan.changes().stream()
                        .<ChangeOutcome>map(change -> new ChangeOutcome.Outdated(change, reason))
                        .toList(),
                reason);
    }

    /** Carries a unit's plan out; one that turns another back is not held against what the CRM asks for. */
    UnitReport apply(BusinessUnit unit, UnitPlan plan, boolean undoing) {
        if (plan.changes().isEmpty()) {
            return new UnitReport(plan.unit(), List.of(), null);
        }
        OutcomeList outcomes = new OutcomeList(plan.changes());
        try {
            return carryOut(unit, plan, undoing, outcomes);
        } catch (RuntimeException failure) {
            UnreachedUnit trouble = UnreachedUnit.of(unit.id(), failure);
            return stopped(plan, outcomes, trouble.message(), trouble.retryAt());
        }
    }

    private static UnitReport stopped(UnitPlan plan, OutcomeList outcomes, String reason, @Nullable Instant retryAt) {
        outcomes.leaveOpen(reason, retryAt);
        return new UnitReport(plan.unit(), outcomes.inOrderOf(plan.changes()), reason);
    }

    private UnitReport carryOut(BusinessUnit unit, UnitPlan plan, boolean undoing, OutcomeList outcomes) {
        UnitLedger ledger = ledgers.read(plan.unit());
        @Nullable String misuse = misuse(plan, ledger);
        if (misuse != null) {
            return refused(plan, misuse);
        }
        UnitEndpoint endpoint = target.open(plan.unit());
        Instant now = clock.instant();
        Instant visible = ledger.visibleFrom(endpoint.capabilities().staleness());
        if (now.isBefore(visible)) {
            String reason = "listings may not show the last writes before " + visible + "; run again then";
            return stopped(plan, outcomes, reason, visible);
        }
        ObservedUnit seen = ObservedUnit.read(plan.unit(), endpoint, now);
        @Nullable StillDue due = undoing ? null : StillDue.of(planNow(unit, ledger, seen, now));
        write(plan, unit, new Found(ledger, endpoint, seen.listing()), due, outcomes);
        return new UnitReport(plan.unit(), outcomes.inOrderOf(plan.changes()), null);
    }

    /** What a run found of its unit when it began. */
    private record Found(UnitLedger ledger, UnitEndpoint endpoint, UnitListing listing) {}

    private static @Nullable String misuse(UnitPlan plan, UnitLedger ledger) {
        if (plan.release() == null) {
            return null;
        }
        if (!plan.isReleasedAsSeen()) {
            return "the plan's release is not one of the changes in it: they were edited after somebody agreed; plan"
                    + " again";
        }
        OptIn optIn = ledger.optIn();
        boolean agreedTo = optIn == null || optIn.token().equals(plan.release().token());
        return plan.basis().state() != UnitState.OPTED_IN && !agreedTo
                ? "the plan is a preview, and somebody opted in on the strength of another one; plan again"
                : null;
    }

    /**
     * Which changes were released by a token that was used since: whatever is made of them is made, and nothing more of
     * them is, however few they are.
     */
    private static Set<Integer> lapsed(UnitPlan plan, UnitLedger ledger) {
        Release release = plan.release();
        if (release == null) {
            return Set.of();
        }
        boolean good = !ledger.isSpent(release.token())
                && ledger.releases() == plan.basis().releases();
        return good ? Set.of() : Set.copyOf(release.places());
    }

    /** What would be planned for this unit at this moment. */
    private UnitPlan planNow(BusinessUnit unit, UnitLedger ledger, ObservedUnit seen, Instant now) {
        UserSyncPlanner alone = planner.withObserved(seen);
        for (BusinessUnit other : planner.units()) {
            alone = other.id().equals(unit.id()) ? alone : alone.withoutObserved(other.id());
        }
        return alone.plan(id -> ledger, now).unit(unit.id());
    }

    private void write(UnitPlan plan, BusinessUnit unit, Found found, @Nullable StillDue due, OutcomeList outcomes) {
        TargetFields fields = new TargetFields(
                found.endpoint().capabilities().fields(), planner.directory().idForm());
        Precheck precheck = new Precheck(new WorkingPicture(found.listing(), people), fields);
        Set<Integer> lapsed = lapsed(plan, found.ledger());
        List<Integer> places = open(plan, lapsed, precheck, due, outcomes);
        List<UserChange> toMake = places.stream().map(plan.changes()::get).toList();
        Set<Integer> released = released(plan, places);
        Guarded guarded = guard(unit, found).judge(toMake, released);
        guarded.held()
                .forEach(held ->
                        outcomes.add(new ChangeOutcome.Held(held.change(), held.cause(), reason(guarded, held))));
        outcomes.expect(guarded.changes());
        LedgerNotes notes = new LedgerNotes(
                unit, found.ledger(), ledgers, planner.settings().demotions(), clock);
        Set<UserChange> uncounted = released.stream().map(toMake::get).collect(Collectors.toSet());
        new WriteRun(found.endpoint(), found.listing(), people, fields, notes, clock, outcomes, uncounted)
                .write(guarded.changes());
        if (lapsed.isEmpty() && outcomes.isFinal() && isUsed(plan, outcomes)) {
            notes.spend(Objects.requireNonNull(plan.release()).token());
        }
    }

    /** The places of the changes that are neither made already, nor out of date, nor beyond proof; tells the others. */
    private static List<Integer> open(
            UnitPlan plan, Set<Integer> lapsed, Precheck precheck, @Nullable StillDue due, OutcomeList outcomes) {
        Set<Integer> made = precheck.alreadyMade(plan.changes());
        List<Integer> open = new ArrayList<>();
        for (int place = 0; place < plan.changes().size(); place++) {
            UserChange change = plan.changes().get(place);
            @Nullable ChangeOutcome outcome = made.contains(place) ? precheck.alreadyMade(change) : null;
            outcome = outcome == null && lapsed.contains(place) ? new ChangeOutcome.Outdated(change, LAPSED) : outcome;
            outcome = outcome == null && due != null ? due.outcome(change) : outcome;
            outcome = outcome == null ? precheck.unproven(change) : outcome;
            if (outcome == null) {
                open.add(place);
            } else {
                outcomes.add(outcome);
            }
        }
        return open;
    }

    /** Which of the changes at these places somebody released. */
    private static Set<Integer> released(UnitPlan plan, List<Integer> places) {
        Release release = plan.release();
        Set<Integer> agreed = release == null ? Set.of() : Set.copyOf(release.places());
        Set<Integer> released = new HashSet<>();
        for (int at = 0; at < places.size(); at++) {
            if (agreed.contains(places.get(at))) {
                released.add(at);
            }
        }
        return released;
    }

    /** Whether anything came of the plan's release: a system that takes no such write leaves it as good as new. */
    private static boolean isUsed(UnitPlan plan, OutcomeList outcomes) {
        Release release = plan.release();
        return release != null
                && release.places().stream()
                        .anyMatch(place -> outcomes.isMade(plan.changes().get(place)));
    }

    private UnitGuards guard(BusinessUnit unit, Found found) {
        return UnitGuards.of(
                unit,
                found.ledger(),
                clock.instant(),
                UnitCensus.of(found.listing()),
                people,
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
