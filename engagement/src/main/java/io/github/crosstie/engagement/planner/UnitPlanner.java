package io.github.crosstie.engagement.planner;

import io.github.crosstie.engagement.internal.guard.Guarded;
import io.github.crosstie.engagement.internal.guard.UnitCensus;
import io.github.crosstie.engagement.internal.guard.UnitGuards;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.plan.UnitBasis;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.EngagementUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Plans one unit: wishes, claims, order, changes, guards. Sequences, and only sequences. */
final class UnitPlanner {

    private static final Comparator<LeftAlone> BY_USER = Comparator.comparing(
                    LeftAlone::user, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(LeftAlone::target, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final UnitPicture picture;
    private final UserSyncSettings settings;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Wish> recyclings = new ArrayList<>();
    private final List<LeftAlone> left = new ArrayList<>();

    UnitPlanner(UnitPicture picture, UserSyncSettings settings) {
        this.picture = picture;
        this.settings = settings;
    }

    UnitPlan plan(UnitLedger ledger, Instant now) {
        picture.stirring().forEach(this::sort);
        picture.unseen().forEach(place -> left.add(unseen(picture.index.at(place))));
        Claims claims = new Claims(picture.index, wishes);
        List<WriteOrder.Turn> turns = new WriteOrder(picture.index, settings).order(claims);
        claims.all().stream().filter(each -> !each.isIn()).map(Claimant::left).forEach(left::add);
        left.sort(BY_USER);
        SetRoutes routes = new SetRoutes(picture.crm.directory, picture.unit);
        List<UserChange> changes =
                new ChangeWriter(settings, slot -> routes.of(slot, picture.flags(slot))).write(turns, recyclings);
        return guarded(changes, ledger, now);
    }

    private void sort(int slot) {
        Judgement judgement = picture.judgement(slot);
        if (judgement instanceof Judgement.Left alone) {
            left.add(alone.left());
        } else if (judgement instanceof Judgement.Due due) {
            (due.wish().isRecycling() ? recyclings : wishes).add(due.wish());
        }
    }

    private static LeftAlone unseen(EngagementUser user) {
        LeftCode code = LeftCode.CRM_USER_NOT_VISIBLE;
        return new LeftAlone(
                null,
                user.id(),
                code,
                Reason.of(
                        code.rule(),
                        "the linked CRM user cannot be seen, and CRM users are never deleted: restore the permission"
                                + " to see it, or correct the link"));
    }

    /** The way back, for which the changes of an earlier plan are turned already. */
    UnitPlan undo(List<UserChange> back, UnitLedger ledger, Instant now) {
        boolean complete = picture.index.observed.listing().complete();
        List<UserChange> possible = complete ? back : Unlisted.remove(back, left);
        left.sort(BY_USER);
        return guarded(possible, ledger, now);
    }

    private UnitPlan guarded(List<UserChange> changes, UnitLedger ledger, Instant now) {
        UnitCensus census = picture.index.census;
        Guarded guarded = UnitGuards.of(picture.unit, ledger, now, census, picture.crm.people, settings.demotions())
                .judge(changes, Set.of());
        boolean complete = picture.index.observed.listing().complete();
        return UnitPlan.of(
                picture.unit.id(),
                picture.unit.name(),
                new UnitBasis(
                        ledger.state(), complete, picture.areMembershipsKnown(), census.live(), ledger.releases()),
                guarded.changes(),
                guarded.held(),
                left,
                guarded.verdicts(),
                picture.count(Judgement.Rest.IN_STEP),
                picture.count(Judgement.Rest.INACTIVE) + picture.count(Judgement.Rest.RECYCLED),
                census.live() - census.linked());
    }
}
