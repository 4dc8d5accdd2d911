package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.UnitLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows the directory, the business units and who is in them, and plans. A planner with a later state of one of them is
 * another planner, which shares with this one whatever did not change: one user, group or role that moves costs
 * milliseconds, however many there are. Immutable and thread-safe.
 */
public final class UserSyncPlanner {

    private final CrmView crm;
    private final List<BusinessUnit> units;
    private final UserSyncSettings settings;
    private final List<UnitPicture> pictures;

    private UserSyncPlanner(
            CrmView crm, List<BusinessUnit> units, UserSyncSettings settings, List<UnitPicture> pictures) {
        this.crm = crm;
        this.units = units;
        this.settings = settings;
        this.pictures = pictures;
    }

    /**
     * Looks at everything.
     *
     * @param directory the CRM's users
     * @param units the business units with their sets
     * @param observed what was seen of each unit, in any order; a unit of which nothing was seen is named in plans as
     *     one that was not looked at
     * @param settings how User Sync goes about it
     * @return a planner
     * @throws IllegalArgumentException if a unit is given or was seen twice
     */
    public static UserSyncPlanner create(
            Directory directory, List<BusinessUnit> units, List<ObservedUnit> observed, UserSyncSettings settings) {
        requireOnce(units.stream().map(BusinessUnit::id).toList(), "is given");
        requireOnce(observed.stream().map(each -> each.listing().unit()).toList(), "was seen");
        List<BusinessUnit> all = List.copyOf(units);
        CrmView crm = CrmView.of(directory, all, settings.fields());
        List<UnitPicture> pictures = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            for (ObservedUnit each : observed) {
                if (each.listing().unit().equals(all.get(number).id())) {
                    pictures.add(UnitPicture.of(all.get(number), number, crm, each));
                }
            }
        }
        return new UserSyncPlanner(crm, all, settings, List.copyOf(pictures));
    }

    private static void requireOnce(List<BusinessUnitId> ids, String how) {
        Set<BusinessUnitId> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("business unit " + twice + " " + how + " twice; drop one of the two");
        });
    }

    /**
     * A planner for a later state of the directory, or for a hypothetical one. If it
     * {@linkplain Directory#continues continues} the present one, only what has changed is looked at again.
     *
     * @param next the CRM's users
     * @return another planner
     */
    public UserSyncPlanner withDirectory(Directory next) {
        if (next == crm.directory) {
            return this;
        }
        if (!next.continues(crm.directory)) {
            return create(next, units, observed(), settings);
        }
        BitSet changed = new BitSet();
        next.usersChangedSince(crm.directory).forEach(changed::set);
        CrmView later = crm.withUsers(next, changed, units);
        return new UserSyncPlanner(
                later,
                units,
                settings,
                pictures.stream()
                        .map(picture -> picture.withDirectory(later, changed))
                        .toList());
    }

    /**
     * A planner for other settings of the units: sets, role tables, policies.
     *
     * @param changed the business units; those of which nothing was seen are named in plans as not looked at
     * @return another planner
     * @throws IllegalArgumentException if a unit is given twice
     */
    public UserSyncPlanner withUnits(List<BusinessUnit> changed) {
        requireOnce(changed.stream().map(BusinessUnit::id).toList(), "is given");
        List<BusinessUnit> all = List.copyOf(changed);
        CrmView next = crm.withUnits(all);
        Map<BusinessUnitId, UnitPicture> known = new HashMap<>();
        pictures.forEach(picture -> known.put(picture.unit.id(), picture));
        List<UnitPicture> made = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            @Nullable UnitPicture picture = known.get(all.get(number).id());
            if (picture != null) {
                made.add(picture.withUnit(all.get(number), number, next));
            }
        }
        return new UserSyncPlanner(next, all, settings, List.copyOf(made));
    }

    /**
     * A planner after a unit was looked at again: only users who have changed are looked at, if they are few.
     *
     * @param seen what was seen
     * @return another planner
     * @throws IllegalArgumentException if there is no such unit
     */
    public UserSyncPlanner withObserved(ObservedUnit seen) {
        BusinessUnitId id = seen.listing().unit();
        List<UnitPicture> made = new ArrayList<>();
        boolean found = false;
        for (int number = 0; number < units.size(); number++) {
            BusinessUnit unit = units.get(number);
            if (unit.id().equals(id)) {
                made.add(seenAgain(unit, number, seen));
                found = true;
            } else {
                pictures.stream()
                        .filter(picture -> picture.unit.id().equals(unit.id()))
                        .forEach(made::add);
            }
        }
        if (!found) {
            throw new IllegalArgumentException("business unit " + id + " was seen, but is none of the units given: "
                    + units.stream().map(BusinessUnit::id).toList());
        }
        return new UserSyncPlanner(crm, units, settings, List.copyOf(made));
    }

    /**
     * A planner after a unit could not be looked at: plans name it, and say no more of it.
     *
     * @param unit which unit
     * @return another planner
     */
    public UserSyncPlanner withoutObserved(BusinessUnitId unit) {
        return new UserSyncPlanner(
                crm,
                units,
                settings,
                pictures.stream()
                        .filter(picture -> !picture.unit.id().equals(unit))
                        .toList());
    }

    private UnitPicture seenAgain(BusinessUnit unit, int number, ObservedUnit seen) {
        return pictures.stream()
                .filter(picture -> picture.unit.id().equals(unit.id()))
                .findFirst()
                .map(picture -> picture.withListing(seen))
                .orElseGet(() -> UnitPicture.of(unit, number, crm, seen));
    }

    /**
     * Plans every unit that was seen, and names the others. The same state, ledgers and moment give the same plan.
     *
     * @param ledgers gives what is known of each unit
     * @param now the moment, which goes into the plan and decides which removals are recent
     * @return the plan
     */
    public UserSyncPlan plan(Function<BusinessUnitId, UnitLedger> ledgers, Instant now) {
        Objects.requireNonNull(now, "now");
        return whole(
                now,
                pictures.stream()
                        .map(picture -> new UnitPlanner(picture, settings).plan(ledgers.apply(picture.unit.id()), now))
                        .toList(),
                false);
    }

    private UserSyncPlan whole(Instant now, List<UnitPlan> plans, boolean undoing) {
        return new UserSyncPlan(
                crm.directory.organization().id(),
                now,
                crm.directory.complete(),
                plans,
                unread().stream().map(UserSyncPlanner::unread).toList(),
                undoing);
    }

    private List<BusinessUnitId> unread() {
        Set<BusinessUnitId> read = new HashSet<>();
        pictures.forEach(picture -> read.add(picture.unit.id()));
        return units.stream()
                .map(BusinessUnit::id)
                .filter(id -> !read.contains(id))
                .toList();
    }

    private static UnreachedUnit unread(BusinessUnitId unit) {
        return new UnreachedUnit(unit, "its users were not read, so nothing is known of them; list it first", null);
    }

    /**
     * The way back from a plan that was carried out, as the guards let it: like any plan, it may hold changes and have
     * tokens.
     *
     * @param plan the plan that was carried out; its units must have been seen after that
     * @param ledgers gives what is known of each unit
     * @param now the moment
     * @return the plan that undoes it
     */
    public UserSyncPlan undo(UserSyncPlan plan, Function<BusinessUnitId, UnitLedger> ledgers, Instant now) {
        List<UnitPlan> back = new ArrayList<>();
        for (UnitPicture picture : pictures) {
            plan.units().stream()
                    .filter(each -> each.unit().equals(picture.unit.id()))
                    .map(each -> new UnitPlanner(picture, settings)
                            .undo(each.inverse().changes(), ledgers.apply(each.unit()), now))
                    .forEach(back::add);
        }
        return whole(now, back, !plan.undoing());
    }

    /**
     * Who would change if something were otherwise. Nothing is touched.
     *
     * @param hypothesis what would be otherwise
     * @param ledgers gives what is known of each unit
     * @param now the moment
     * @return both plans and their difference
     * @throws IllegalArgumentException if it names something that is not there
     */
    public WhatIf whatIf(Hypothesis hypothesis, Function<BusinessUnitId, UnitLedger> ledgers, Instant now) {
        UserSyncPlanner supposed = hypothesis.changesUnits() ? withUnits(hypothesis.units(units)) : this;
        supposed = supposed.withDirectory(hypothesis.directory(crm.directory));
        return new WhatIf(plan(ledgers, now), supposed.plan(ledgers, now), this, supposed);
    }

    /**
     * One person in all units: how they came into which set, which role follows, and who they are there.
     *
     * @param user the CRM user
     * @return the view
     * @throws IllegalArgumentException if there is no such user
     */
    public PersonView person(UserId user) {
        int slot = crm.directory.users().slot(user);
        if (slot < 0) {
            throw new IllegalArgumentException("organization " + crm.directory.organization() + " has no user " + user
                    + "; ids are case-sensitive");
        }
        return new PersonView(
                user,
                crm.directory.users().active(slot),
                pictures.stream().map(picture -> PersonInUnit.of(picture, slot)).toList(),
                unread());
    }

    /**
     * The settings.
     *
     * @return how User Sync goes about it
     */
    public UserSyncSettings settings() {
        return settings;
    }

    /**
     * The directory.
     *
     * @return the CRM's users as this planner knows them
     */
    public Directory directory() {
        return crm.directory;
    }

    /**
     * The business units.
     *
     * @return an unmodifiable list, in the order given
     */
    public List<BusinessUnit> units() {
        return units;
    }

    private List<ObservedUnit> observed() {
        return pictures.stream().map(picture -> picture.index.observed).toList();
    }
}
