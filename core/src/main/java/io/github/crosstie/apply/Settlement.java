package io.github.crosstie.apply;

import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forgets what can no longer arrive, once everything that was told after that moment has been looked at. */
final class Settlement {

    private final Ledger ledger;

    Settlement(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Settles as of a moment before both sides were listed. */
    void settle(Instant listed) {
        CollectionState state = ledger.state();
        List<StateChange> changes = new ArrayList<>();
        for (Link link : state.uncertainLinks()) {
            Link settled = link.at(listed);
            if (!settled.equals(link)) {
                changes.add(new StateChange.PutLink(settled));
            }
        }
        for (Tombstone tombstone : state.tombstones()) {
            if (!tombstone.until().isAfter(listed)) {
                changes.add(new StateChange.RemoveTombstone(tombstone.link()));
            }
        }
        ledger.commit(changes);
    }
}
