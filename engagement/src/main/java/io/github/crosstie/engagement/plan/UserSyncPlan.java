package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.state.ReleaseToken;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * What User Sync would do in all business units of an organization, as a value (G1).
 *
 * @param organization whose users
 * @param plannedAt when
 * @param directoryComplete whether the directory was proven complete (G3)
 * @param units what is to be done in each unit, in the order in which the units were given
 * @param unreached the units that could not be looked at, so that nothing is planned for them
 * @param undoing whether it turns another plan back: it is carried out although the CRM asks for something else
 */
public record UserSyncPlan(
        OrganizationId organization,
        Instant plannedAt,
        boolean directoryComplete,
        List<UnitPlan> units,
        List<UnreachedUnit> unreached,
        boolean undoing) {

    /** Copies the lists. */
    public UserSyncPlan {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(plannedAt, "plannedAt");
        units = List.copyOf(units);
        unreached = List.copyOf(unreached);
    }

    /**
     * A plan that does what the CRM asks for.
     *
     * @param organization whose users
     * @param plannedAt when
     * @param directoryComplete whether the directory was proven complete (G3)
     * @param units what is to be done in each unit, in the order in which the units were given
     * @param unreached the units that could not be looked at
     */
    public UserSyncPlan(
            OrganizationId organization,
            Instant plannedAt,
            boolean directoryComplete,
            List<UnitPlan> units,
            List<UnreachedUnit> unreached) {
        this(organization, plannedAt, directoryComplete, units, unreached, false);
    }

    /**
     * The same with other units that could not be looked at.
     *
     * @param unreached the units
     * @return a changed copy
     */
    public UserSyncPlan without(List<UnreachedUnit> unreached) {
        return new UserSyncPlan(organization, plannedAt, directoryComplete, units, unreached, undoing);
    }

    /**
     * What is to be done in one unit.
     *
     * @param unit which unit
     * @return its plan
     * @throws NoSuchElementException if the plan is not about it
     */
    public UnitPlan unit(BusinessUnitId unit) {
        return units.stream()
                .filter(each -> each.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the plan is not about business unit " + unit
                        + "; it is about " + units.stream().map(UnitPlan::unit).toList()));
    }

    /**
     * The same with another plan for one unit.
     *
     * @param changed the unit's plan
     * @return a changed copy
     */
    public UserSyncPlan with(UnitPlan changed) {
        return new UserSyncPlan(
                organization,
                plannedAt,
                directoryComplete,
                units.stream()
                        .map(each -> each.unit().equals(changed.unit()) ? changed : each)
                        .toList(),
                unreached,
                undoing);
    }

    /**
     * The same with what a token releases among the changes of its unit, see {@link UnitPlan#release}.
     *
     * @param unit which unit
     * @param token the token of that unit's plan
     * @return a changed copy
     * @throws IllegalArgumentException if it is not that token
     */
    public UserSyncPlan release(BusinessUnitId unit, ReleaseToken token) {
        return with(unit(unit).release(token));
    }

    /**
     * The way back in every unit, see {@link UnitPlan#inverse}.
     *
     * @return the plan that undoes this one
     */
    public UserSyncPlan inverse() {
        return new UserSyncPlan(
                organization,
                plannedAt,
                directoryComplete,
                units.stream().map(UnitPlan::inverse).toList(),
                unreached,
                !undoing);
    }

    /**
     * Whether there is nothing to do anywhere. What is held or left alone counts as nothing.
     *
     * @return true if there is no change
     */
    public boolean isIdle() {
        return units.stream().allMatch(UnitPlan::isIdle);
    }
}
