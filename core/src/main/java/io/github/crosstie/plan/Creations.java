package io.github.crosstie.plan;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Optional;

/** Creates the missing half of a link: for the first time, or again because a change wins over a deletion. */
final class Creations {

    private final ThreeWayMerge merge;
    private final Scope scope;

    Creations(ThreeWayMerge merge, Scope scope) {
        this.merge = merge;
        this.scope = scope;
    }

    /** Why a record is not in scope, so that nothing new is made of it (S9, S23); empty if it is. */
    Optional<String> outOfScope(PlanInput input, Side side, RemoteItem record) {
        Optional<String> exclusion = scope.exclusion(side, record.item());
        boolean seenInTime = scope.inWindow(List.of(record.item()), input.now());
        return exclusion.isPresent() || seenInTime ? exclusion : Optional.of("outside the window of time");
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
