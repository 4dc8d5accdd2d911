package io.github.crosstie.engagement;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.apply.DriftReport;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.internal.apply.PlanApplier;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.Hypothesis;
import io.github.crosstie.engagement.planner.PersonView;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import io.github.crosstie.engagement.planner.WhatIf;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.state.ReleaseToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * User Sync over the business units of one organization: plans, applies, verifies, undoes, and answers what would be
 * if. Lists the units in the caller's thread, one after the other; a unit that does not answer delays no other.
 *
 * <p>Thread-safe; two runs over one unit at once do no harm, as one of them ends early.
 */
public final class UserSync {

    private final EngagementTarget target;
    private final LedgerStore ledgers;
    private final Clock clock;
    private final Duration plansGoodFor;
    private final List<BusinessUnit> units;

    /** Knows what was seen last: the next plan looks again at what has changed since. */
    private volatile UserSyncPlanner planner;

    private UserSync(
            UserSyncPlanner planner,
            List<BusinessUnit> units,
            EngagementTarget target,
            LedgerStore ledgers,
            Clock clock,
            Duration plansGoodFor) {
        this.planner = planner;
        this.units = units;
        this.target = target;
        this.ledgers = ledgers;
        this.clock = clock;
        this.plansGoodFor = plansGoodFor;
    }

    /**
     * Starts a User Sync.
     *
     * @param directory the CRM's users
     * @param units the business units with their sets
     * @return a builder
     */
    public static Builder builder(Directory directory, List<BusinessUnit> units) {
        return new Builder(directory, units);
    }

    /**
     * The same over a later state of the directory. What was found out about the earlier one is used again.
     *
     * @param directory the CRM's users
     * @return another User Sync
     */
    public UserSync withDirectory(Directory directory) {
        return new UserSync(planner.withDirectory(directory), units, target, ledgers, clock, plansGoodFor);
    }

    /**
     * The same with other settings of the business units.
     *
     * @param units the business units with their sets
     * @return another User Sync
     */
    public UserSync withUnits(List<BusinessUnit> units) {
        return new UserSync(planner.withUnits(units), List.copyOf(units), target, ledgers, clock, plansGoodFor);
    }

    /**
     * Lists every unit and plans. Writes nothing.
     *
     * @return the plan; units that could not be listed, whose ledger could not be read, or whose listing may not show
     *     yet what was written last, are named in it
     */
    public UserSyncPlan plan() {
        Instant now = clock.instant();
        Look look = look(now);
        return look.seen().plan(look::ledger, now).without(look.unreached());
    }

    /** What was seen of the units, with their ledgers, and of which units nothing was seen. */
    private record Look(UserSyncPlanner seen, Map<BusinessUnitId, UnitLedger> ledgers, List<UnreachedUnit> unreached) {

        UnitLedger ledger(BusinessUnitId unit) {
            return Objects.requireNonNull(ledgers.get(unit), "a unit that was seen has a ledger");
        }
    }

    private Look look(Instant now) {
        UserSyncPlanner seen = planner;
        Map<BusinessUnitId, UnitLedger> read = new HashMap<>();
        List<UnreachedUnit> unreached = new ArrayList<>();
        for (BusinessUnit unit : units) {
            try {
                UnitLedger ledger = ledgers.read(unit.id());
                UnitEndpoint endpoint = target.open(unit.id());
                Instant visible = ledger.visibleFrom(endpoint.capabilities().staleness());
                if (now.isBefore(visible)) {
                    seen = seen.withoutObserved(unit.id());
                    unreached.add(lagging(unit.id(), visible));
                    continue;
                }
                read.put(unit.id(), ledger);
                seen = seen.withObserved(ObservedUnit.read(unit.id(), endpoint, now));
            } catch (RuntimeException failure) {
                seen = seen.withoutObserved(unit.id());
                unreached.add(UnreachedUnit.of(unit.id(), failure));
            }
        }
        planner = seen;
        return new Look(seen, read, unreached);
    }

    /** A listing of now would ask for what is written already. */
    private static UnreachedUnit lagging(BusinessUnitId unit, Instant visible) {
        return new UnreachedUnit(
                unit,
                "business unit " + unit + ": its listing may not show the last writes before " + visible
                        + "; look again then",
                visible);
    }

    /**
     * Carries a plan out, as far as it still holds: what was made since, what the unit's users or the CRM do not ask
     * for any more, and what a guard holds by now is told and not written. May be called again with the same plan,
     * after a crash or when the report says so.
     *
     * @param plan the plan, with what was released of it
     * @return what came of each change; of a plan that is too old, that it is
     * @throws IllegalArgumentException if it is the plan of another organization, or names a unit twice or one that is
     *     none of those given; nothing was written then
     */
    public ApplyReport apply(UserSyncPlan plan) {
        return applier().apply(plan);
    }

    private PlanApplier applier() {
        return PlanApplier.of(planner, target, ledgers, clock, plansGoodFor);
    }

    /**
     * Holds what should be against what is there. Writes nothing.
     *
     * @return in what the units are not as the CRM says; units that {@link #plan} could not look at are named in it
     */
    public DriftReport verify() {
        return DriftReport.of(plan());
    }

    /**
     * The way back from a plan that was carried out, guarded like any plan. Lists every unit; writes nothing. It knows
     * the plan alone, not what a run made of it: what somebody else made meanwhile as the plan wanted it is taken back
     * too, so look at the way back before applying it.
     *
     * @param plan the plan that was carried out
     * @return the plan that undoes it, to be looked at and applied
     * @throws IllegalArgumentException if it is the plan of another organization, or names a unit twice or one that is
     *     none of those given
     */
    public UserSyncPlan undo(UserSyncPlan plan) {
        applier().requireOwn(plan);
        Instant now = clock.instant();
        Look look = look(now);
        return look.seen().undo(plan, look::ledger, now).without(look.unreached());
    }

    /**
     * Opts a unit in: the CRM becomes the source of truth, for good. What a guard holds goes on waiting, and takes a
     * release of its own.
     *
     * @param preview the plan that both admins have seen
     * @param unit which unit
     * @param token the token of the unit's preview, {@link UnitPlan#optInToken}
     * @param salesforceAdmin who confirms it for Salesforce
     * @param engagementAdmin who confirms it for Account Engagement; may be the same person
     * @return the preview with what waited for this among its changes, to be applied
     * @throws IllegalArgumentException if it is not the token of the preview, if the preview was made before users were
     *     assigned or another token was used, or if a name is blank
     * @throws IllegalArgumentException if the preview is another organization's, is too old, does not show the unit, as
     *     it could not be looked at, or rests on a directory or a listing that is not complete (G3)
     * @throws IllegalStateException unless users are assigned, and nobody has opted in before
     * @throws FencedException if the unit's ledger was changed at the same time
     */
    public UserSyncPlan optIn(
            UserSyncPlan preview,
            BusinessUnitId unit,
            ReleaseToken token,
            String salesforceAdmin,
            String engagementAdmin) {
        applier().requireOptIn(preview, unit);
        UnitPlan seen = preview.unit(unit);
        UnitPlan agreed = seen.optIn(token);
        OptIn confirmation = new OptIn(salesforceAdmin, engagementAdmin, token, clock.instant());
        change(unit, ledger -> {
            if (ledger.releases() != seen.basis().releases()) {
                throw new IllegalArgumentException("business unit " + unit
                        + ": another token was used since the preview was made; plan again, and look at the new one");
            }
            return ledger.optedIn(confirmation);
        });
        return preview.with(agreed);
    }

    /**
     * Declares that users are assigned to the sets of a unit: from now on its plans are previews that can be opted in
     * to.
     *
     * @param unit which unit
     * @throws IllegalStateException unless no users were synced before, or by legacy settings
     * @throws FencedException if the unit's ledger was changed at the same time
     */
    public void declareAssigned(BusinessUnitId unit) {
        change(unit, UnitLedger::assigned);
    }

    private void change(BusinessUnitId unit, UnaryOperator<UnitLedger> step) {
        UnitLedger before = ledgers.read(unit);
        if (!ledgers.replace(unit, before, step.apply(before))) {
            throw new FencedException(
                    "business unit " + unit + ": somebody else has changed its ledger; look again, then repeat");
        }
    }

    /**
     * Who would change if something were otherwise, by what {@link #plan} last saw of the units: plan again after a run,
     * whose writes it has not seen. Lists and writes nothing.
     *
     * @param hypothesis what would be otherwise
     * @return both plans and their difference
     * @throws IllegalArgumentException if it names something that is not there
     * @throws io.github.crosstie.fault.UnavailableException if a ledger cannot be read
     */
    public WhatIf whatIf(Hypothesis hypothesis) {
        return planner.whatIf(hypothesis, ledgers::read, clock.instant());
    }

    /**
     * One person in all units, by what was seen of them last. Lists and writes nothing.
     *
     * @param user the CRM user
     * @return the view
     * @throws IllegalArgumentException if there is no such user
     */
    public PersonView person(UserId user) {
        return planner.person(user);
    }

    /** Collects what a User Sync needs; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private final Directory directory;
        private final List<BusinessUnit> units;
        private UserSyncSettings settings = UserSyncSettings.DEFAULT;
        private @Nullable EngagementTarget target;
        private @Nullable LedgerStore ledgers;
        private @Nullable Clock clock;
        private Duration plansGoodFor = Duration.ofDays(7);

        private Builder(Directory directory, List<BusinessUnit> units) {
            this.directory = Objects.requireNonNull(directory, "directory");
            this.units = List.copyOf(units);
        }

        /**
         * Sets how User Sync goes about it; {@link UserSyncSettings#DEFAULT} by default.
         *
         * @param settings the settings
         * @return this
         */
        public Builder settings(UserSyncSettings settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets the system that holds the users of the units.
         *
         * @param target the system
         * @return this
         */
        public Builder target(EngagementTarget target) {
            this.target = Objects.requireNonNull(target, "target");
            return this;
        }

        /**
         * Sets where ledgers are kept.
         *
         * @param ledgers the store
         * @return this
         */
        public Builder ledgers(LedgerStore ledgers) {
            this.ledgers = Objects.requireNonNull(ledgers, "ledgers");
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets how old a plan may be when it is carried out, or opted in on. Whatever its age, only what still holds
         * is carried out; this says how long a person's look at it counts.
         *
         * @param time more than zero; 7 days by default
         * @return this
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder plansGoodFor(Duration time) {
            if (time.isZero() || time.isNegative()) {
                throw new IllegalArgumentException(
                        "plans that are good for " + time + ": nobody could carry one out; use more than zero");
            }
            plansGoodFor = time;
            return this;
        }

        /**
         * Makes the User Sync.
         *
         * @return the User Sync
         * @throws IllegalArgumentException if target, ledgers or clock are missing, or a unit is given twice
         */
        public UserSync build() {
            UserSyncPlanner planner = UserSyncPlanner.create(directory, units, List.of(), settings);
            return new UserSync(
                    planner,
                    units,
                    require(target, "target"),
                    require(ledgers, "ledgers"),
                    require(clock, "clock"),
                    plansGoodFor);
        }

        private static <T> T require(@Nullable T part, String name) {
            return Optional.ofNullable(part).orElseThrow(() -> new IllegalArgumentException("UserSync: set " + name));
        }
    }
}
