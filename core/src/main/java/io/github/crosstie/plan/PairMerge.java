package io.github.crosstie.plan;

import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.diff.MergeResult;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the merge of two records into planned updates and the settlement that follows them. */
final class PairMerge {

    private final ThreeWayMerge merge;
    private final ConflictPolicy policy;
    private final SeriesLimits series;

    PairMerge(ThreeWayMerge merge, ConflictPolicy policy, SeriesLimits series) {
        this.merge = merge;
        this.policy = policy;
        this.series = series;
    }

    /** Why two records cannot be merged, because one side cannot hold the series (S6); empty if they can. */
    Optional<String> unsupported(Views bases, Map<Side, RemoteItem> read) {
        return series.ofMerge(bases, current(bases, read), winner(read));
    }

    /** Why a record cannot be created, because that side cannot hold the series (S6); empty if it can. */
    Optional<String> unsupported(Side target, Item source, Item content) {
        return series.ofCreation(target, source, content);
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
        MergeResult result = merge.merge(bases, current, winner(read));
        for (Side side : Side.values()) {
            if (!result.to(side).isEmpty()) {
                ItemVersion expected = versions.containsKey(side) ? versions.get(side) : known.get(side);
                List<FieldConflict> lost = result.conflicts().stream()
                        .filter(conflict -> conflict.loser() == side)
                        .toList();
                draft.add(
                        new PlannedChange.Update(pair, side, Objects.requireNonNull(expected), result.to(side), lost));
            }
        }
        draft.add(new PlannedChange.Settle(pair, result.bases(), versions));
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
