package io.github.crosstie.plan;

import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.MergeResult;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the merge of two records into planned updates and the settlement that follows them. */
final class PairMerge {

    private final FlowingFields flows;
    private final Invitations invitations;
    private final ConflictPolicy policy;
    private final SeriesLimits series;

    PairMerge(FlowingFields flows, Invitations invitations, ConflictPolicy policy, SeriesLimits series) {
        this.flows = flows;
        this.invitations = invitations;
        this.policy = policy;
        this.series = series;
    }

    /** Why two records cannot be merged, because one side cannot hold the series (S6); empty if they can. */
    Optional<String> unsupported(Views bases, Map<Side, RemoteItem> read) {
        Views current = current(bases, read);
        return series.isSeries(current)
                ? series.ofMerge(
                        current, flows.merge(bases, current, winner(read)).result())
                : Optional.empty();
    }

    private static Views current(Views bases, Map<Side, RemoteItem> read) {
        Views current = bases;
        for (Map.Entry<Side, RemoteItem> entry : read.entrySet()) {
            current = current.with(entry.getKey(), entry.getValue().item());
        }
        return current;
    }

    /**
     * Plans a pair.
     *
     * @param bases what was last seen
     * @param read what was read; a side that was not read holds its base
     * @param known the versions last seen of the sides that were not read
     */
    void plan(Pair pair, Views bases, Map<Side, RemoteItem> read, Map<Side, ItemVersion> known, Draft draft) {
        Views current = bases;
        Map<Side, ItemVersion> versions = new EnumMap<>(Side.class);
        for (Map.Entry<Side, RemoteItem> entry : read.entrySet()) {
            current = current.with(entry.getKey(), entry.getValue().item());
            versions.put(entry.getKey(), entry.getValue().version());
        }
        FlowingFields.Merged merged = flows.merge(bases, current, winner(read));
        merged.attendeesStay()
                .ifPresent(reason -> draft.skip(pair.records(), OutcomeCode.TOO_MANY_ATTENDEES, reason, null));
        Views after = merged.result().applied(current);
        Waiting refused = Waiting.until(null);
        for (Side side : Side.values()) {
            if (merged.result().to(side).isEmpty()) {
                continue;
            }
            Optional<Notification> notification = invitations.of(side, current.on(side), after.on(side));
            if (notification.isEmpty()) {
                refused = refused.and(Waiting.wouldNotify(side));
                continue;
            }
            ItemVersion expected = versions.containsKey(side) ? versions.get(side) : known.get(side);
            draft.add(new PlannedChange.Update(
                    pair,
                    side,
                    Objects.requireNonNull(expected),
                    merged.result().to(side),
                    lost(merged.result(), side),
                    notification.get()));
        }
        if (!refused.keys().isEmpty()) {
            // Not settled: the refused edit stays an edit, and flows once it may.
            draft.skip(pair.records(), OutcomeCode.WOULD_NOTIFY, Invitations.REFUSED, refused);
        } else {
            draft.add(new PlannedChange.Settle(pair, merged.result().bases(), versions));
        }
    }

    private static List<FieldConflict> lost(MergeResult result, Side side) {
        return result.conflicts().stream()
                .filter(conflict -> conflict.loser() == side)
                .toList();
    }

    /** The side whose value stays where both changed one field (S3). */
    Side winner(Map<Side, RemoteItem> read) {
        return switch (policy) {
            case CRM_WINS -> Side.CRM;
            case MAIL_WINS -> Side.MAIL;
            case LATEST_WINS -> later(modified(read.get(Side.CRM)), modified(read.get(Side.MAIL)));
        };
    }

    private static Side later(@Nullable Instant crm, @Nullable Instant mail) {
        return crm != null && mail != null && mail.isAfter(crm) ? Side.MAIL : Side.CRM;
    }

    private static @Nullable Instant modified(@Nullable RemoteItem item) {
        return item == null ? null : item.modifiedAt();
    }
}
