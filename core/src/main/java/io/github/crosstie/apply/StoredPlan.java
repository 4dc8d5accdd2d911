package io.github.crosstie.apply;

import io.github.crosstie.plan.PlanInput;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.RecordKey;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan that was made earlier, cut down to what still holds (G1). Nothing is planned anew and nothing is added; each
 * change that is left out becomes an outcome that says why. Records that the plan leaves alone are left to the next
 * round, which sees them again.
 */
final class StoredPlan {

    private final SyncPlan plan;
    private final FreshLook look;
    private final CollectionState state;
    private final Planner planner;
    private final Sides sides;
    private final RoundLog log;

    StoredPlan(SyncPlan plan, FreshLook look, CollectionState state, Planner planner, Sides sides, RoundLog log) {
        this.plan = plan;
        this.look = look;
        this.state = state;
        this.planner = planner;
        this.sides = sides;
        this.log = log;
    }

    /** Reads on from the plan's cursors if what turned up since matters; its deletions pass both guards again (S13). */
    SyncPlan holding(ZonedDateTime now, int deletionsMade, OrganizationVerdict organization) {
        List<PlannedChange> unchanged = new ArrayList<>();
        Map<PlannedChange, String> resting = planner.resting(plan.changes(), state, look.readings(), now.toInstant());
        for (PlannedChange change : plan.changes()) {
            keep(
                    change,
                    look.objection(change)
                            .or(() -> planner.expiry(change, look.readings(), now))
                            .or(() -> Optional.ofNullable(resting.get(change))),
                    unchanged);
        }
        List<PlannedChange> holding = unchanged;
        if (unchanged.stream().anyMatch(Newcomers::concern)) {
            holding = withoutRivals(unchanged, Newcomers.since(plan.header(), look, state, planner, sides));
        }
        PlanInput input = new PlanInput(state, look.readings(), Set.of(), deletionsMade, now);
        List<PlannedChange> changes = withinCap(holding);
        SyncPlan reduced = planner.reduced(plan, changes, input);
        return organization
                .of(reduced, state, now.toInstant())
                .map(cause -> planner.reduced(plan, changes, input.holdingDeletions(cause)))
                .orElse(reduced);
    }

    /** What would make a new link for which there is no room is left out with all that was planned for its records (S16). */
    private List<PlannedChange> withinCap(List<PlannedChange> changes) {
        Map<List<RecordKey>, String> outside = new HashMap<>();
        planner.withoutRoom(changes, state).forEach((change, reason) -> outside.put(change.records(), reason));
        List<PlannedChange> within = new ArrayList<>();
        for (PlannedChange change : changes) {
            boolean isOfOldLinks = change instanceof PlannedChange.Refute || change instanceof PlannedChange.Forget;
            keep(change, Optional.ofNullable(isOfOldLinks ? null : outside.get(change.records())), within);
        }
        return within;
    }

    private List<PlannedChange> withoutRivals(List<PlannedChange> changes, Newcomers newcomers) {
        List<PlannedChange> holding = new ArrayList<>();
        List<PlannedChange> matches = new ArrayList<>();
        for (PlannedChange change : changes) {
            Optional<String> objection =
                    Newcomers.concern(change) ? newcomers.objection(change) : unmatched(change, matches);
            keep(change, objection, holding);
            if (objection.isPresent() && change instanceof PlannedChange.Match) {
                matches.add(change);
            }
        }
        return holding;
    }

    /** What merges two records hangs on their match, which comes first. */
    private static Optional<String> unmatched(PlannedChange change, List<PlannedChange> matches) {
        return matches.stream().anyMatch(match -> match.records().equals(change.records()))
                ? Optional.of("the two records are not linked, as their match does not hold any more")
                : Optional.empty();
    }

    private void keep(PlannedChange change, Optional<String> objection, List<PlannedChange> kept) {
        if (objection.isEmpty()) {
            kept.add(change);
        } else {
            log.add(new Outcome.NoLongerHolds(change, objection.get()));
        }
    }
}
