package io.github.crosstie.apply;

import io.github.crosstie.configuration.OrganizationGuard;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.OrganizationActivity;
import io.github.crosstie.state.StateStore;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the deletions of a whole organization are too many for its size (S13). Asks the store only if a plan deletes. */
final class OrganizationVerdict {

    private final OrganizationGuard guard;
    private final OrganizationId organization;
    private final StateStore store;

    OrganizationVerdict(OrganizationGuard guard, OrganizationId organization, StateStore store) {
        this.guard = guard;
        this.organization = organization;
        this.store = store;
    }

    /** Why a plan's deletions are to be held; empty if they are not. */
    Optional<String> of(SyncPlan plan, CollectionState state, Instant now) {
        Instant since = now.minus(guard.window());
        Set<LinkId> noted = state.deletions().stream()
                .filter(line -> !line.at().isBefore(since))
                .map(DeletionLine::link)
                .collect(Collectors.toSet());
        long planned = plan.changes().stream()
                .filter(PlannedChange.Delete.class::isInstance)
                .map(PlannedChange.Delete.class::cast)
                .filter(delete -> !state.hold().releases(delete.held("", now)))
                .filter(delete -> !noted.contains(delete.link()))
                .count();
        return planned == 0 || guard.equals(OrganizationGuard.OFF)
                ? Optional.empty()
                : store.activity(organization, since).flatMap(activity -> of(planned, activity));
    }

    private Optional<String> of(long planned, OrganizationActivity activity) {
        long deletions = planned + activity.deletions();
        long links = activity.links() + activity.deletions();
        if (deletions < guard.shareFrom() || deletions <= guard.share() * links) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%d deletions within %s over the %d links of the whole organization: more than %.0f %%",
                deletions,
                guard.window(),
                links,
                guard.share() * 100));
    }
}
