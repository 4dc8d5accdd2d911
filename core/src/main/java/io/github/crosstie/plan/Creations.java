package io.github.crosstie.plan;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates a record's counterpart: for the first time, or again because a change wins over a deletion. */
final class Creations {

    private final FlowingFields flows;
    private final Invitations invitations;
    private final Scope scope;
    private final SeriesLimits series;

    Creations(FlowingFields flows, Invitations invitations, Scope scope, SeriesLimits series) {
        this.flows = flows;
        this.invitations = invitations;
        this.scope = scope;
        this.series = series;
    }

    /** Why a record is not in scope, so that nothing new is made of it (S9, S23); empty if it is. */
    Optional<String> outOfScope(PlanInput input, Side side, RemoteItem record) {
        Optional<String> exclusion = scope.exclusion(side, record.item());
        boolean seenInTime = scope.inWindow(List.of(record.item()), input.now());
        return exclusion.isPresent() || seenInTime ? exclusion : Optional.of("outside the window of time");
    }

    /** Whether a record lies in the future, or has no time (S11). */
    boolean inFuture(Item item, ZonedDateTime now) {
        return scope.inFuture(item, now);
    }

    /**
     * Plans the creation, or says why it is not made.
     *
     * @param input what the plan is made from
     * @param link the source's link; null if there is none yet
     * @param records the records that are left alone if it is not made
     * @param waiting until when they are
     * @return false if nothing of the source flows to the side, by direction or for want of values (S1)
     */
    boolean plan(
            PlanInput input,
            @Nullable Link link,
            Side side,
            RemoteItem source,
            List<RecordKey> records,
            Waiting waiting,
            Draft draft) {
        ThreeWayMerge flowing = flows.of(side.other(), source.item());
        Item content = flowing.carriedTo(side, source.item());
        if (content.values().isEmpty()) {
            return false;
        }
        Optional<String> unsupported = series.ofCreation(side, source.item(), content);
        if (unsupported.isPresent()) {
            Waiting patient = SeriesLimits.waiting(input.now(), waiting.keys());
            draft.skip(records, OutcomeCode.UNSUPPORTED_RECURRENCE, unsupported.get(), patient);
            return true;
        }
        Optional<Notification> notification = invitations.of(side, content);
        if (notification.isEmpty()) {
            draft.skip(records, OutcomeCode.WOULD_NOTIFY, Invitations.REFUSED, waiting.and(Waiting.wouldNotify(side)));
            return true;
        }
        if (notification.get() != Notification.NONE) {
            // A creation may have to be repeated; whom it invited would be invited twice.
            flowing = flows.withoutAttendees();
            content = flowing.carriedTo(side, source.item());
        }
        Half replaced = link == null ? null : link.on(side);
        draft.add(new PlannedChange.Create(
                side,
                new RecordKey(side.other(), source.id()),
                source.version(),
                link == null ? null : link.id(),
                replaced == null ? null : replaced.id(),
                flowing.seen(side.other(), source.item()),
                content,
                notification.get()));
        flows.whyAttendeesStay(side.other(), source.item())
                .ifPresent(reason -> draft.skip(records, OutcomeCode.TOO_MANY_ATTENDEES, reason, null));
        return true;
    }
}
