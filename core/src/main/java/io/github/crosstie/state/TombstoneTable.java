package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/** The tombstones of a collection, found by link and by the mark of an attempt. */
final class TombstoneTable {

    private final ForkingMap<LinkId, Tombstone> byLink;
    private final ForkingMap<CorrelationTag, LinkId> byAttempt;

    TombstoneTable() {
        byLink = new ForkingMap<>();
        byAttempt = new ForkingMap<>();
    }

    private TombstoneTable(TombstoneTable other) {
        byLink = other.byLink.fork();
        byAttempt = other.byAttempt.fork();
    }

    TombstoneTable fork() {
        return new TombstoneTable(this);
    }

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
