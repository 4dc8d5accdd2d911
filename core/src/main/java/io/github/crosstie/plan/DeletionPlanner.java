package io.github.crosstie.plan;

import io.github.crosstie.configuration.ChangedAgainstDeletedPolicy;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Waiting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Plans links of which a record is gone (S3, S10, S11). A change beats a deletion, nothing is deleted without proof, and
 * nothing unseen is deleted: the record to delete was read, and holds what was last seen of it.
 */
final class DeletionPlanner {

    private final RecordSettings settings;
    private final FlowingFields flows;
    private final Organizers organizers;
    private final Invitations invitations;
    private final Creations creations;
    private final boolean changeBeatsDeletion = Measures.current().include(SafetyMeasure.CHANGE_BEATS_DELETION);

    DeletionPlanner(
            RecordSettings settings,
            FlowingFields flows,
            Organizers organizers,
            Invitations invitations,
            Creations creations) {
        this.settings = settings;
        this.flows = flows;
        this.organizers = organizers;
        this.invitations = invitations;
        this.creations = creations;
    }

    void plan(PlanInput input, Link link, LinkReading reading, Draft draft) {
        if (reading.absent().size() == 2) {
            planBothGone(link, reading, draft);
            return;
        }
        Side gone = reading.absent().keySet().iterator().next();
        if (!reading.deletedOn(gone)) {
            skipUnproven(reading, gone, draft);
            return;
        }
        if (organizers.isForeign(link, reading)) {
            detach(link, reading, gone, Organizers.DELETED, draft);
            return;
        }
        if (link.isDeletedLate(gone)) {
            // The engine's own deletion, overtaken by a return of the other record: nobody wanted it.
            planCreation(input, link, reading, gone, draft);
            return;
        }
        RemoteItem survivor = reading.foundOn(gone.other());
        List<FieldRule> edits = edits(link, survivor, gone.other());
        if (edits.isEmpty() || !changeBeatsDeletion) {
            planDeletion(input, link, reading, gone, List.of(), draft);
        } else if (edits.stream().noneMatch(rule -> flows(rule, survivor, gone.other()))) {
            detach(link, reading, gone, "it was edited where edits do not flow back", draft);
        } else if (changeWins(gone.other())) {
            planCreation(input, link, reading, gone, draft);
        } else {
            planDeletion(input, link, reading, gone, lost(link, survivor, gone.other(), edits), draft);
        }
    }

    /** Whatever the other side never saw is an edit, even if it may not be shown there: nothing unseen is deleted. */
    private List<FieldRule> edits(Link link, RemoteItem survivor, Side side) {
        return flows.all().edited(side, link.bases().on(side), survivor.item());
    }

    private boolean flows(FieldRule rule, RemoteItem survivor, Side side) {
        return rule.flowsFrom(side) && flows.of(side, survivor.item()).looksAt(rule);
    }

    private static void planBothGone(Link link, LinkReading reading, Draft draft) {
        boolean crm = reading.deletedOn(Side.CRM);
        if (crm && reading.deletedOn(Side.MAIL)) {
            draft.add(new PlannedChange.Unlink(link.id(), reading.records(), true));
        } else if (crm || reading.deletedOn(Side.MAIL)) {
            detach(link, reading, crm ? Side.CRM : Side.MAIL, "its counterpart is out of view", draft);
        } else {
            String reason = "both records are out of view, and neither is proven to be deleted";
            draft.skip(reading.records(), OutcomeCode.GONE_FROM_VIEW, reason, null);
        }
    }

    private static void skipUnproven(LinkReading reading, Side gone, Draft draft) {
        String reason = "the record on the " + gone + " side is out of view, but not proven to be deleted ("
                + Objects.requireNonNull(reading.absent().get(gone)) + "); its counterpart stays";
        draft.skip(reading.records(), OutcomeCode.GONE_FROM_VIEW, reason, null);
    }

    private boolean changeWins(Side changed) {
        if (settings.changedAgainstDeleted() == ChangedAgainstDeletedPolicy.CHANGE_WINS) {
            return true;
        }
        // Nobody knows when the deletion was made, so the latest cannot be told from the earlier: no value is lost
        // then.
        return settings.conflicts() == ConflictPolicy.LATEST_WINS
                || (settings.conflicts() == ConflictPolicy.CRM_WINS) == (changed == Side.CRM);
    }

    /** What comes back by a change enters like any new record: only from within the scope (S9, S23). */
    private void planCreation(PlanInput input, Link link, LinkReading reading, Side gone, Draft draft) {
        RemoteItem survivor = reading.foundOn(gone.other());
        Optional<String> outOfScope = creations.outOfScope(input, gone.other(), survivor);
        if (outOfScope.isPresent()) {
            detach(link, reading, gone, outOfScope.get(), draft);
        } else if (!creations.plan(input, link, gone, survivor, reading.records(), Waiting.until(null), draft)) {
            detach(link, reading, gone, "nothing of it flows to " + gone, draft);
        }
    }

    private static List<FieldConflict> lost(Link link, RemoteItem survivor, Side side, List<FieldRule> edits) {
        return edits.stream()
                .map(rule -> rule.on(side))
                .map(field -> new FieldConflict(
                        side,
                        field,
                        survivor.item().value(field),
                        null,
                        link.bases().on(side).value(field)))
                .toList();
    }

    private void planDeletion(
            PlanInput input, Link link, LinkReading reading, Side gone, List<FieldConflict> lost, Draft draft) {
        Optional<String> stays = whyItStays(input, reading, gone);
        if (stays.isPresent()) {
            detach(link, reading, gone, stays.get(), draft);
            return;
        }
        RemoteItem survivor = reading.foundOn(gone.other());
        Optional<Notification> notification = invitations.of(gone.other(), survivor.item());
        if (notification.isEmpty() && settings.deletions(gone) != DeletePolicy.DETACH) {
            Waiting waiting = Waiting.until(null).and(Waiting.wouldNotify(gone.other()));
            draft.skip(reading.records(), OutcomeCode.WOULD_NOTIFY, Invitations.REFUSED, waiting);
            return;
        }
        PlannedChange.Delete deletion = new PlannedChange.Delete(
                link.id(),
                reading.pair(),
                gone.other(),
                survivor.version(),
                lost,
                notification.orElse(Notification.NONE),
                flows.of(gone.other(), survivor.item()).seen(gone.other(), survivor.item()));
        switch (settings.deletions(gone)) {
            case PROPAGATE -> draft.add(deletion);
            case ASK -> draft.add(new PlannedChange.Held(deletion, Asking.REASON));
            case DETACH -> detach(link, reading, gone, "the setting for deletions is to detach", draft);
        }
    }

    private Optional<String> whyItStays(PlanInput input, LinkReading reading, Side gone) {
        if (!settings.direction().flowsFrom(gone)) {
            return Optional.of("records do not flow from " + gone);
        }
        if (!creations.inFuture(reading.foundOn(gone.other()).item(), input.now())) {
            return Optional.of("deletions of past events do not propagate");
        }
        return Optional.empty();
    }

    private static void detach(Link link, LinkReading reading, Side gone, String reason, Draft draft) {
        draft.add(new PlannedChange.Detach(link.id(), reading.pair(), gone, reason));
    }
}
