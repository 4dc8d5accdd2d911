package io.github.crosstie.engagement.internal.guard;

import static io.github.crosstie.engagement.plan.HoldCause.DEMOTIONS;
import static io.github.crosstie.engagement.plan.HoldCause.LAST_ADMINISTRATOR;
import static io.github.crosstie.engagement.plan.HoldCause.NOT_OPTED_IN;
import static io.github.crosstie.engagement.plan.HoldCause.RECYCLINGS;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The guards of one business unit at one moment. They hold recyclings and demotions beyond their limits; and, whatever
 * was released, whatever would take the last active Administrator. If there is none and the plan makes none, they hold
 * all of it. Of a unit that has not opted in, the rest is held too: the preview shows what each guard will say.
 *
 * <p>A change of role that is held is parted from the rest of its update, which passes. Immutable and thread-safe if
 * what it was given is.
 */
public final class UnitGuards {

    private final BusinessUnit unit;
    private final UnitLedger ledger;
    private final Instant now;
    private final UnitCensus census;
    private final CrmActivity activity;
    private final DemotionGuard demotions;

    private UnitGuards(
            BusinessUnit unit,
            UnitLedger ledger,
            Instant now,
            UnitCensus census,
            CrmActivity activity,
            DemotionGuard demotions) {
        this.unit = Objects.requireNonNull(unit, "unit");
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.now = Objects.requireNonNull(now, "now");
        this.census = Objects.requireNonNull(census, "census");
        this.activity = Objects.requireNonNull(activity, "activity");
        this.demotions = Objects.requireNonNull(demotions, "demotions");
    }

    /**
     * The guards of a unit.
     *
     * @param unit the unit, with its limit on recyclings
     * @param ledger what was taken away of late, and whether it opted in
     * @param now the moment
     * @param census its users
     * @param activity who may sign in
     * @param demotions the limit on demotions
     * @return the guards
     */
    public static UnitGuards of(
            BusinessUnit unit,
            UnitLedger ledger,
            Instant now,
            UnitCensus census,
            CrmActivity activity,
            DemotionGuard demotions) {
        return new UnitGuards(unit, ledger, now, census, activity, demotions);
    }

    /**
     * Looks at changes.
     *
     * @param changes the changes, in the order of their execution
     * @param released which of them somebody released, by their places in the list
     * @return what passes and what is held
     */
    public Guarded judge(List<UserChange> changes, Set<Integer> released) {
        List<Candidate> all = new ArrayList<>();
        for (int place = 0; place < changes.size(); place++) {
            all.add(new Candidate(changes.get(place), released.contains(place)));
        }
        List<GuardVerdict> verdicts = new ArrayList<>();
        verdicts.add(holdRecyclings(all));
        all = holdDemotions(all, verdicts);
        keepAnAdministrator(all, verdicts);
        if (ledger.state() != UnitState.OPTED_IN) {
            holdPreview(all, verdicts);
        }
        return guarded(all, verdicts);
    }

    private GuardVerdict holdRecyclings(List<Candidate> all) {
        List<Candidate> recyclings = all.stream()
                .filter(each -> !each.released && each.change instanceof UserChange.Recycle)
                .toList();
        DeletionGuard limit = unit.deletionGuard();
        int made = ledger.removed(RemovalKind.RECYCLING, limit.window(), now);
        GuardVerdict verdict = new RemovalLimit(RECYCLINGS, "recyclings", limit)
                .verdict(recyclings.size(), made, census.live() + made, empties(recyclings));
        if (verdict.holds()) {
            recyclings.forEach(each -> each.hold(RECYCLINGS));
        }
        return verdict;
    }

    /**
     * Whether nobody who came from the CRM would be left. The way back from a creation knows only the CRM user; whoever
     * that one is in the unit counts as going.
     */
    private boolean empties(List<Candidate> recyclings) {
        Set<Object> going = new HashSet<>();
        for (Candidate each : recyclings) {
            @Nullable EngagementUserId target = each.change.target();
            going.add(target == null ? each.change.user() : target);
        }
        return !going.isEmpty() && going.size() >= census.linked();
    }

    private List<Candidate> holdDemotions(List<Candidate> all, List<GuardVerdict> verdicts) {
        Set<EngagementUserId> restored = new HashSet<>();
        Set<Candidate> found = new HashSet<>();
        for (Candidate each : all) {
            if (each.change instanceof UserChange.Restore restore) {
                restored.add(restore.target());
            } else if (!each.released && demotions.isDemotion(each.change, restored)) {
                found.add(each);
            }
        }
        int made = ledger.removed(RemovalKind.DEMOTION, demotions.limit().window(), now);
        GuardVerdict verdict = new RemovalLimit(DEMOTIONS, "demotions", demotions.limit())
                .verdict(found.size(), made, census.live(), false);
        verdicts.add(verdict);
        return verdict.holds() ? heldApart(all, found) : all;
    }

    private static List<Candidate> heldApart(List<Candidate> all, Set<Candidate> demotions) {
        List<Candidate> parted = new ArrayList<>();
        for (Candidate each : all) {
            if (!demotions.contains(each) || !(each.change instanceof UserChange.Update update)) {
                parted.add(each);
                continue;
            }
            Difference rest = update.difference().without(UserField.ROLE);
            if (!rest.isEmpty()) {
                parted.add(new Candidate(with(update, rest), false));
            }
            ValueChange role = update.difference().get(UserField.ROLE).orElseThrow();
            Candidate held = new Candidate(with(update, new Difference(Map.of(UserField.ROLE, role))), false);
            held.hold(DEMOTIONS);
            parted.add(held);
        }
        return parted;
    }

    private static UserChange.Update with(UserChange.Update update, Difference difference) {
        return new UserChange.Update(update.user(), update.target(), difference, update.reason());
    }

    private void keepAnAdministrator(List<Candidate> all, List<GuardVerdict> verdicts) {
        Administrators before = Administrators.of(census, activity);
        Administrators after = before.copy();
        List<Candidate> passing = all.stream().filter(Candidate::passes).toList();
        List<Candidate> taking = new ArrayList<>();
        for (Candidate each : passing) {
            if (before.takesOne(each.change)) {
                taking.add(each);
            }
            after.make(each.change);
        }
        if (!after.isEmpty() || passing.isEmpty()) {
            return;
        }
        List<Candidate> held = taking.isEmpty() ? passing : taking;
        held.forEach(each -> each.hold(LAST_ADMINISTRATOR));
        verdicts.add(
                new GuardVerdict(LAST_ADMINISTRATOR, held.size(), 0, census.live(), true, administratorWanted(taking)));
    }

    private String administratorWanted(List<Candidate> taking) {
        String reason = taking.isEmpty()
                ? "business unit " + unit.name() + " has no active Administrator, and the plan makes none"
                : "business unit " + unit.name() + " would be left without an active Administrator";
        return reason + "; map a profile of somebody in Marketing Users to Administrator, and plan again";
    }

    private void holdPreview(List<Candidate> all, List<GuardVerdict> verdicts) {
        List<Candidate> passing = all.stream().filter(Candidate::passes).toList();
        passing.forEach(each -> each.hold(NOT_OPTED_IN));
        String reason = ledger.state() == UnitState.ASSIGNED
                ? "business unit " + unit.name()
                        + " has not opted in: this is a preview; opting in with its token carries out what no other"
                        + " guard holds, and cannot be taken back"
                : "business unit " + unit.name() + " is in state " + ledger.state()
                        + ": this is a preview; declare it assigned first, then opt in with the token of a new preview;"
                        + " if the product syncs its users already, keep UnitLedger.observedOptedIn() for it";
        verdicts.add(0, new GuardVerdict(NOT_OPTED_IN, passing.size(), 0, census.live(), !passing.isEmpty(), reason));
    }

    private static Guarded guarded(List<Candidate> all, List<GuardVerdict> verdicts) {
        List<UserChange> changes = new ArrayList<>();
        List<HeldChange> held = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            Candidate each = all.get(place);
            HoldCause cause = each.cause();
            if (cause == null) {
                changes.add(each.change);
            } else {
                held.add(new HeldChange(each.change, cause, place));
            }
        }
        return new Guarded(changes, held, verdicts);
    }
}
