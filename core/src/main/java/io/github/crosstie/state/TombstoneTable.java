package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tombstones of a collection, found by link and by the mark of an attempt. */
final class TombstoneTable {

    private final Map<LinkId, Tombstone> byLink = new TreeMap<>();
    private final Map<CorrelationTag, LinkId> byAttempt = new HashMap<>();

    void put(Tombstone tombstone) {
        remove(tombstone.link());
        byLink.put(tombstone.link(), tombstone);
        tombstone.attempts().forEach(attempt -> byAttempt.put(attempt.tag(), tombstone.link()));
    }

    void remove(LinkId link) {
        Tombstone old = byLink.remove(link);
        if (old != null) {
            old.attempts().forEach(attempt -> byAttempt.remove(attempt.tag()));
        }
    }

    Collection<Tombstone> all() {
        return Collections.unmodifiableCollection(byLink.values());
    }

    Optional<Tombstone> byAttempt(CorrelationTag tag) {
        return Optional.ofNullable(byAttempt.get(tag)).map(byLink::get);
    }
}
