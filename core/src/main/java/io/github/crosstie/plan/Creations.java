package io.github.crosstie.plan;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;

/** Creates the missing half of a link: for the first time, or again because a change wins over a deletion. */
final class Creations {

    private Creations() {}

    static PlannedChange of(ThreeWayMerge merge, Link link, Side missing, RemoteItem source) {
        return new PlannedChange.Create(
                missing,
                new RecordKey(missing.other(), source.id()),
                source.version(),
                link.id(),
                merge.seen(missing.other(), source.item()),
                merge.carriedTo(missing, source.item()));
    }
}
