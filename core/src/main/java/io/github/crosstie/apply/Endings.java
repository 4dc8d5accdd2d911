package io.github.crosstie.apply;

import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Tombstone;
import java.time.Instant;
import java.util.List;

/** Ends links: one of which an attempt may still arrive leaves a tombstone, so that what arrives is known as nobody's. */
final class Endings {

    private Endings() {}

    static List<StateChange> of(Link link) {
        Instant until = link.uncertainty().ambiguousUntil();
        if (until == null || link.allAttempts().isEmpty()) {
            return List.of(new StateChange.RemoveLink(link.id()));
        }
        return List.of(
                new StateChange.RemoveLink(link.id()),
                new StateChange.PutTombstone(new Tombstone(link.id(), link.allAttempts(), until)));
    }
}
