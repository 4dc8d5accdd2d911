package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.state.ReleaseToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in one business unit. The changes stand in the order of their execution: whoever sets an address
 * or a username free comes before whoever takes it, Administrators are made before others cease to be, and users are
 * recycled last.
 *
 * @param unit which unit
 * @param name its name
 * @param basis what the plan presumes
 * @param changes what is to be done, in order
 * @param held what waits for a person, in order
 * @param left who is left alone although something might be due: CRM users by id, then users of the unit by id
 * @param guards what the guards say, each once, in the order of their causes
 * @param totals how much it asks for
 * @param release the release by which some of the changes are there; null if there is none
 */
public record UnitPlan(
        BusinessUnitId unit,
        String name,
        UnitBasis basis,
        List<UserChange> changes,
        List<HeldChange> held,
        List<LeftAlone> left,
        List<GuardVerdict> guards,
        Totals totals,
        @Nullable Release release) {

    /** Copies the lists. */
    public UnitPlan {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(totals, "totals");
        changes = List.copyOf(changes);
        held = List.copyOf(held);
        left = List.copyOf(left);
        guards = List.copyOf(guards);
    }

    /**
     * A plan in which nothing was released yet, with its totals.
     *
     * @param unit which unit
     * @param name its name
     * @param basis what the plan presumes
     * @param changes what is to be done, in order
     * @param held what waits for a person
     * @param left who is left alone
     * @param guards what the guards say
     * @param inStep linked users that are as they should be
     * @param resting users who are not meant to be in the unit and are not
     * @param ignored users who are linked to nobody (U21)
     * @return the plan
     */
    public static UnitPlan of(
            BusinessUnitId unit,
            String name,
            UnitBasis basis,
            List<UserChange> changes,
            List<HeldChange> held,
            List<LeftAlone> left,
            List<GuardVerdict> guards,
            int inStep,
            int resting,
            int ignored) {
        Totals totals = Totals.of(changes, held, left, inStep, resting, ignored);
        return new UnitPlan(unit, name, basis, changes, held, left, guards, totals, null);
    }

    /**
     * The same with a release, as it was kept: whether it is one of these changes is found out when the plan is
     * applied.
     *
     * @param kept the release
     * @return a changed copy
     */
    public UnitPlan with(Release kept) {
        return new UnitPlan(unit, name, basis, changes, held, left, guards, totals, kept);
    }

    /**
     * The token that releases what is held, once. It stands for exactly these changes.
     *
     * @return the token, or empty if nothing is held that a token releases
     */
    public Optional<ReleaseToken> token() {
        List<UserChange> releasable = held.stream()
                .filter(each -> each.cause().releasable())
                .map(HeldChange::change)
                .toList();
        return releasable.isEmpty()
                ? Optional.empty()
                : Optional.of(ChangeTokens.of(unit, basis.releases(), releasable));
    }

    /**
     * The same plan with what a token releases among its changes, each in its place. What waits for another
     * Administrator goes on waiting.
     *
     * @param token the token of this plan
     * @return a changed copy
     * @throws IllegalArgumentException if it is not the token of this plan
     */
    public UnitPlan release(ReleaseToken token) {
        if (!Optional.of(token).equals(token())) {
            throw new IllegalArgumentException("business unit " + unit + ": " + token
                    + " is not the token of what this plan holds; take it from the plan that was looked at");
        }
        Map<Integer, HeldChange> waiting = new HashMap<>();
        held.forEach(each -> waiting.put(each.place(), each));
        List<UserChange> all = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<HeldChange> still = new ArrayList<>();
        int next = 0;
        for (int place = 0; place < changes.size() + held.size(); place++) {
            HeldChange here = waiting.get(place);
            if (here == null) {
                all.add(changes.get(next++));
            } else if (here.cause().releasable()) {
                places.add(all.size());
                all.add(here.change());
            } else {
                still.add(here);
            }
        }
        Totals counted = Totals.of(all, still, left, totals.inStep(), totals.resting(), totals.ignored());
        return new UnitPlan(unit, name, basis, all, still, left, guards, counted, new Release(token, places));
    }

    /**
     * Whether the release is one of exactly the changes that it names.
     *
     * @return true also if there is no release
     */
    public boolean isReleasedAsSeen() {
        if (release == null) {
            return true;
        }
        boolean within = release.places().stream().allMatch(place -> place >= 0 && place < changes.size());
        return within
                && release.token()
                        .equals(ChangeTokens.of(
                                unit,
                                basis.releases(),
                                release.places().stream().map(changes::get).toList()));
    }

    /**
     * The way back: undoes the changes in reverse order. Nothing is held in it, as no guard has seen it yet; what this
     * plan holds or leaves alone is not part of it. Turned back twice, the changes are the same again.
     *
     * @return the plan that undoes this one
     */
    public UnitPlan inverse() {
        List<UserChange> back = new ArrayList<>();
        for (int at = changes.size() - 1; at >= 0; at--) {
            back.add(changes.get(at).inverse());
        }
        return of(unit, name, basis, back, List.of(), List.of(), List.of(), 0, 0, totals.ignored());
    }

    /**
     * Whether there is nothing to do. What is held or left alone counts as nothing.
     *
     * @return true if there is no change
     */
    public boolean isIdle() {
        return changes.isEmpty();
    }
}
