package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.user.UserField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * In what the business units are not as the CRM says: a plan held against what is there, whatever a guard says of it.
 * This is what can be had of a system that takes no writes.
 *
 * @param at when it was looked at
 * @param units the units, in the order of the plan
 * @param unreached the units that could not be looked at
 */
public record DriftReport(Instant at, List<UnitDrift> units, List<UnreachedUnit> unreached) {

    /**
     * In what one unit is not as the CRM says.
     *
     * @param unit which unit
     * @param name its name
     * @param complete whether all its users were listed for certain
     * @param membershipsKnown whether it is known of every CRM user whether they are in each set of the unit (A12)
     * @param inStep how many linked users are as they should be
     * @param drifts the others
     */
    public record UnitDrift(
            BusinessUnitId unit,
            String name,
            boolean complete,
            boolean membershipsKnown,
            int inStep,
            List<Drift> drifts) {
        /** Copies the list. */
        public UnitDrift {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(name, "name");
            drifts = List.copyOf(drifts);
        }
    }

    /** Copies the lists. */
    public DriftReport {
        Objects.requireNonNull(at, "at");
        units = List.copyOf(units);
        unreached = List.copyOf(unreached);
    }

    /**
     * Reads a plan as a report on what is there.
     *
     * @param plan a plan over fresh listings
     * @return the report
     */
    public static DriftReport of(UserSyncPlan plan) {
        return new DriftReport(
                plan.plannedAt(), plan.units().stream().map(DriftReport::of).toList(), plan.unreached());
    }

    private static UnitDrift of(UnitPlan plan) {
        Map<Object, Drift> byUser = new LinkedHashMap<>();
        inOrder(plan).forEach(change -> byUser.merge(change.user(), drift(change), DriftReport::both));
        List<Drift> drifts = new ArrayList<>(byUser.values());
        plan.left().stream().map(DriftReport::drift).forEach(drifts::add);
        drifts.sort(Comparator.comparing(Drift::kind)
                .thenComparing(Drift::user, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Drift::target, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new UnitDrift(
                plan.unit(),
                plan.name(),
                plan.basis().listingComplete(),
                plan.basis().membershipsKnown(),
                plan.totals().inStep(),
                drifts);
    }

    private static List<UserChange> inOrder(UnitPlan plan) {
        List<UserChange> all = new ArrayList<>(plan.changes());
        for (HeldChange held : plan.held()) {
            all.add(Math.min(held.place(), all.size()), held.change());
        }
        return all;
    }

    private static Drift drift(UserChange change) {
        Drift.Kind kind = switch (change.kind()) {
            case CREATE -> Drift.Kind.MISSING;
            case UPDATE -> Drift.Kind.DIFFERENT;
            case RESTORE -> Drift.Kind.IN_RECYCLE_BIN;
            case RECYCLE -> Drift.Kind.SURPLUS;
        };
        return new Drift(
                kind,
                change.user(),
                change.target(),
                change instanceof UserChange.Update update
                        ? update.difference().changes().keySet()
                        : Set.of(),
                change.reason());
    }

    /** Of several changes to one user, the first says in what way; the fields add up. */
    private static Drift both(Drift first, Drift next) {
        if (first.kind() != Drift.Kind.DIFFERENT) {
            return first;
        }
        List<UserField> fields = new ArrayList<>(first.fields());
        fields.addAll(next.fields());
        return new Drift(first.kind(), first.user(), first.target(), Set.copyOf(fields), next.reason());
    }

    private static Drift drift(LeftAlone left) {
        return new Drift(Drift.Kind.UNRESOLVED, left.user(), left.target(), Set.of(), left.reason());
    }

    /**
     * Whether all units are as the CRM says, as far as that can be told.
     *
     * @return true if there is no drift, every unit was looked at wholly, and everybody's memberships are known
     */
    public boolean isInStep() {
        return unreached.isEmpty()
                && units.stream()
                        .allMatch(unit -> unit.complete()
                                && unit.membershipsKnown()
                                && unit.drifts().isEmpty());
    }
}
