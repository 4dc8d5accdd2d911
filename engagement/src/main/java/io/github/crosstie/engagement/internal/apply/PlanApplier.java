package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.internal.guard.People;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.state.LedgerStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries whole plans out. Looks at all of a plan before the first write: one that is none of this organization's, or
 * names a unit that nobody knows, is refused as a whole. After that each unit goes its own way. Thread-safe.
 */
public final class PlanApplier {

    /** How far the clocks of those who plan and those who apply may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final UserSyncPlanner planner;
    private final EngagementTarget target;
    private final LedgerStore ledgers;
    private final Clock clock;
    private final Duration goodFor;
    private final Map<BusinessUnitId, BusinessUnit> units = new HashMap<>();

    private PlanApplier(
            UserSyncPlanner planner, EngagementTarget target, LedgerStore ledgers, Clock clock, Duration goodFor) {
        this.planner = planner;
        this.target = target;
        this.ledgers = ledgers;
        this.clock = clock;
        this.goodFor = goodFor;
        planner.units().forEach(unit -> units.put(unit.id(), unit));
    }

    /**
     * Makes an applier.
     *
     * @param planner knows the CRM's users, the units and the settings of the guards
     * @param target holds the users of the units
     * @param ledgers what is known of each unit
     * @param clock the clock
     * @param goodFor how old a plan may be
     * @return the applier
     */
    public static PlanApplier of(
            UserSyncPlanner planner, EngagementTarget target, LedgerStore ledgers, Clock clock, Duration goodFor) {
        return new PlanApplier(planner, target, ledgers, clock, goodFor);
    }

    /**
     * Carries a plan out. May be called again with the same plan.
     *
     * @param plan the plan
     * @return what came of it; trouble with one unit is told there, and keeps no other unit back
     * @throws IllegalArgumentException if it is the plan of another organization, or names a unit twice or one that is
     *     none of those given; nothing was written then
     */
    public ApplyReport apply(UserSyncPlan plan) {
        requireOwn(plan);
        Optional<String> expired = expiry(plan);
        UnitApplier applier = new UnitApplier(planner, People.of(planner.directory()), target, ledgers, clock);
        return new ApplyReport(plan.units().stream()
                .map(unit -> expired.map(reason -> UnitApplier.refused(unit, reason))
                        .orElseGet(() -> applier.apply(unit(unit.unit()), unit, plan.undoing())))
                .toList());
    }

    /**
     * Refuses what can only be a mistake.
     *
     * @param plan a plan
     * @throws IllegalArgumentException if it is the plan of another organization, or names a unit twice or one that is
     *     none of those given
     */
    public void requireOwn(UserSyncPlan plan) {
        OrganizationId own = planner.directory().organization().id();
        if (!own.equals(plan.organization())) {
            throw new IllegalArgumentException("the plan is one of organization " + plan.organization()
                    + ", and this is the User Sync of " + own + "; plan again here");
        }
        Set<BusinessUnitId> named = new HashSet<>();
        for (UnitPlan each : plan.units()) {
            unit(each.unit());
            if (!named.add(each.unit())) {
                throw new IllegalArgumentException(
                        "the plan names business unit " + each.unit() + " twice; drop one of the two");
            }
        }
    }

    private BusinessUnit unit(BusinessUnitId id) {
        @Nullable BusinessUnit unit = units.get(id);
        if (unit == null) {
            throw new IllegalArgumentException(
                    "the plan is about business unit " + id + ", which is none of those given; give its settings too");
        }
        return unit;
    }

    /**
     * Whether a plan has become too old to be carried out, or never would: by its date it was not made yet.
     *
     * @param plan a plan
     * @return how old it is and what to do, or empty if it is good
     */
    public Optional<String> expiry(UserSyncPlan plan) {
        Instant now = clock.instant();
        if (plan.plannedAt().isAfter(now.plus(SKEW))) {
            return Optional.of("the plan was made at " + plan.plannedAt() + ", which is still to come at " + now
                    + "; see to the clocks, plan again, look at the new one, and carry that out");
        }
        boolean good = Duration.between(plan.plannedAt(), now).compareTo(goodFor) <= 0;
        return good
                ? Optional.empty()
                : Optional.of("the plan was made at " + plan.plannedAt() + ", and plans are good for " + goodFor
                        + "; plan again, look at the new one, and carry that out");
    }

    /**
     * Refuses a preview on which nobody should opt a unit in, which cannot be taken back.
     *
     * @param preview the plan that was looked at
     * @param unit the unit to opt in
     * @throws IllegalArgumentException if it is not a plan of this organization, is too old, turns another one back,
     *     does not show the unit, or rests on a directory or a listing that is not complete (G3), or on sets that cannot
     *     be read wholly (A12)
     */
    public void requireOptIn(UserSyncPlan preview, BusinessUnitId unit) {
        requireOwn(preview);
        expiry(preview).ifPresent(reason -> {
            throw new IllegalArgumentException("business unit " + unit + ": " + reason);
        });
        if (preview.undoing()) {
            throw new IllegalArgumentException("business unit " + unit
                    + ": the plan turns another one back, and shows nothing of what opting in leads to; plan again");
        }
        requireShown(preview, unit);
        if (!preview.directoryComplete() || !preview.unit(unit).basis().listingComplete()) {
            throw new IllegalArgumentException("business unit " + unit
                    + ": the preview rests on a directory or a listing that is not complete, so nobody can see in it"
                    + " whom opting in would recycle; plan again with a whole one");
        }
        if (!preview.unit(unit).basis().membershipsKnown()) {
            throw new IllegalArgumentException("business unit " + unit
                    + ": a membership of its sets cannot be read, so nobody can see in the preview whom opting in would"
                    + " recycle; restore the permission or the missing group, and plan again");
        }
    }

    private static void requireShown(UserSyncPlan preview, BusinessUnitId unit) {
        for (UnreachedUnit each : preview.unreached()) {
            if (each.unit().equals(unit)) {
                throw new IllegalArgumentException("business unit " + unit
                        + ": the preview could not look at it, so nobody has seen what opting in leads to; plan again"
                        + " when it can be reached; the reason was: " + each.message());
            }
        }
        if (preview.units().stream().noneMatch(each -> each.unit().equals(unit))) {
            throw new IllegalArgumentException("business unit " + unit
                    + ": the preview does not show it; plan again with its settings given, and look at the new one");
        }
    }
}
