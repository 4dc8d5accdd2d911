package io.github.crosstie;

import io.github.crosstie.apply.Parking;
import io.github.crosstie.apply.Releases;
import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.conflict.AddressResolver;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import java.time.Clock;

/** What the host gave once that the work for every user needs. */
record Context(
        StateStore store,
        Clock clock,
        IdSource ids,
        RoundPolicy policy,
        SyncListener listener,
        RecurrenceExpander recurrences,
        AddressResolver addresses) {

    Parking parking(CollectionKey collection) {
        return Parking.of(collection, store, clock, ids, policy.retries(), listener);
    }

    Releases releases(CollectionKey collection) {
        return Releases.of(collection, store, clock, ids);
    }
}
