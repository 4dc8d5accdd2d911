package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The links of a collection, found by id, by record and by the mark of an open attempt. A record has one link at most. */
final class LinkTable {

    private final Map<LinkId, Link> byId = new TreeMap<>();
    private final Map<RecordKey, LinkId> byRecord = new HashMap<>();
    private final Map<CorrelationTag, LinkId> byAttempt = new HashMap<>();

    private final Set<LinkId> uncertain = new TreeSet<>();

    void put(Link link) {
        for (Side side : Side.values()) {
            requireFree(link, side);
        }
        remove(link.id());
        byId.put(link.id(), link);
        if (!link.uncertainty().isNone()) {
            uncertain.add(link.id());
        }
        for (Side side : Side.values()) {
            RecordKey key = link.key(side);
            if (key != null) {
                byRecord.put(key, link.id());
            }
        }
        link.allAttempts().forEach(attempt -> byAttempt.put(attempt.tag(), link.id()));
    }

    private void requireFree(Link link, Side side) {
        RecordKey key = link.key(side);
        LinkId holder = key == null ? null : byRecord.get(key);
        if (holder != null && !holder.equals(link.id())) {
            throw new ContractBrokenException("record " + key + " belongs to link " + holder
                    + " and cannot be taken by link " + link.id() + "; report this defect");
        }
    }

    void remove(LinkId id) {
        Link old = byId.remove(id);
        if (old == null) {
            return;
        }
        uncertain.remove(id);
        for (Side side : Side.values()) {
            RecordKey key = old.key(side);
            if (key != null) {
                byRecord.remove(key);
            }
        }
        old.allAttempts().forEach(attempt -> byAttempt.remove(attempt.tag()));
    }

    Collection<Link> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Optional<Link> byId(LinkId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Link> byRecord(RecordKey key) {
        return Optional.ofNullable(byRecord.get(key)).map(byId::get);
    }

    Optional<Link> byAttempt(CorrelationTag tag) {
        return Optional.ofNullable(byAttempt.get(tag)).map(byId::get);
    }

    /** The links of which a write may still arrive. */
    List<Link> uncertain() {
        return uncertain.stream().map(byId::get).toList();
    }
}
