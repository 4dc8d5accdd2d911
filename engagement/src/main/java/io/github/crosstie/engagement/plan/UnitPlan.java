package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.state.ReleaseToken;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two held changes have one place, or one stands behind all changes
     */
    public UnitPlan {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(totals, "totals");
        changes = List.copyOf(changes);
        held = List.copyOf(held);
        left = List.copyOf(left);
        guards = List.copyOf(guards);
        int all = changes.size() + held.size();
        long places = held.stream()
                .mapToInt(HeldChange::place)
                .filter(place -> place >= 0 && place < all)
                .distinct()
                .count();
        if (places != held.size()) {
            throw new IllegalArgumentException("business unit " + unit
                    + ": held changes need places of their own, from 0 to " + (all - 1) + ", among all changes");
        }
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
     * The token that opts the unit in, once. It stands for all that the preview shows: what would be done, what the
     * guards would hold, and who is left alone.
     *
     * @return the token, also if there is nothing to do; empty unless users are assigned and nobody has opted in
     */
    public Optional<ReleaseToken> optInToken() {
        return basis.state() == UnitState.ASSIGNED ? Optional.of(ChangeTokens.ofOptIn(this)) : Optional.empty();
    }

    /**
     * The preview as the plan of a unit that has opted in: what waited for that alone is among its changes, what a
     * guard holds goes on waiting. Opts nobody in by itself: see {@link io.github.crosstie.engagement.UserSync#optIn}.
     *
     * @param token the token of this preview
     * @return a changed copy
     * @throws IllegalArgumentException if it is not that token, or this is not the preview of a unit that is assigned
     */
    public UnitPlan optIn(ReleaseToken token) {
        if (basis.state() != UnitState.ASSIGNED) {
            throw new IllegalArgumentException("business unit " + unit + ": this plan was made in state "
                    + basis.state() + ", and only a preview of one that is ASSIGNED can be opted in to; plan again");
        }
        if (!Optional.of(token).equals(optInToken())) {
            throw new IllegalArgumentException("business unit " + unit + ": " + token
                    + " is not the optInToken() of this preview; take it from the preview that was looked at");
        }
        Passage passage = Passage.of(this, held -> held.cause() == HoldCause.NOT_OPTED_IN);
        return new UnitPlan(
                unit,
                name,
                basis.optedIn(),
                passage.changes(),
                passage.held(),
                left,
                guards.stream()
                        .filter(each -> each.cause() != HoldCause.NOT_OPTED_IN)
                        .toList(),
                counted(passage),
                null);
    }

    /**
     * The token that releases what a guard holds, once. It stands for exactly these changes. Of a preview, it releases
     * them after opting in.
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
     * @throws IllegalStateException if the unit has not opted in
     * @throws IllegalArgumentException if it is not the token of this plan
     */
    public UnitPlan release(ReleaseToken token) {
        if (basis.state() != UnitState.OPTED_IN) {
            throw new IllegalStateException("business unit " + unit + ": this is a preview made in state "
                    + basis.state() + "; opt in first, then release what is still held");
        }
        if (!Optional.of(token).equals(token())) {
            throw new IllegalArgumentException("business unit " + unit + ": " + token
                    + " is not the token of what this plan holds; take it from the plan that was looked at");
        }
        Passage passage = Passage.of(this, held -> held.cause().releasable());
        return new UnitPlan(
                unit,
                name,
                basis,
                passage.changes(),
                passage.held(),
                left,
                guards,
                counted(passage),
                new Release(token, passage.places()));
    }

    private Totals counted(Passage passage) {
        return Totals.of(passage.changes(), passage.held(), left, totals.inStep(), totals.resting(), totals.ignored());
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
