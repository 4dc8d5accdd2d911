package io.github.crosstie.plan;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Creates the missing half of a link: for the first time, or again because a change wins over a deletion. */
final class Creations {

    private final ThreeWayMerge merge;
    private final Scope scope;
    private final SeriesLimits series;

    Creations(ThreeWayMerge merge, Scope scope, SeriesLimits series) {
        this.merge = merge;
        this.scope = scope;
        this.series = series;
    }

    /** Why a side cannot hold the series that a record is (S6); empty if it can, or is none. */
    Optional<String> unsupported(Side side, RemoteItem source) {
        return series.ofCreation(side, source.item(), merge.carriedTo(side, source.item()));
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

    /** The creation; empty if nothing of the source flows to the side, by direction or for want of values (S1). */
    Optional<PlannedChange> of(Link link, Side side, RemoteItem source) {
        Item content = merge.carriedTo(side, source.item());
        if (content.values().isEmpty()) {
            return Optional.empty();
        }
        Half replaced = link.on(side);
        return Optional.of(new PlannedChange.Create(
                side,
                new RecordKey(side.other(), source.id()),
                source.version(),
                link.id(),
                replaced == null ? null : replaced.id(),
                merge.seen(side.other(), source.item()),
                content));
    }
}
