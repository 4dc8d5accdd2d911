package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links of a collection, found by id, by record and by the mark of an open attempt. A record has one link at most. */
final class LinkTable {

    private final ForkingMap<LinkId, Link> byId;
    private final ForkingMap<RecordKey, LinkId> byRecord;
    private final ForkingMap<CorrelationTag, LinkId> byAttempt;
    private final ForkingMap<LinkId, Link> uncertain;
    private final ForkingMap<LinkId, Link> halves;

    LinkTable() {
        byId = new ForkingMap<>();
        byRecord = new ForkingMap<>();
        byAttempt = new ForkingMap<>();
        uncertain = new ForkingMap<>();
        halves = new ForkingMap<>();
    }

    private LinkTable(LinkTable other) {
        byId = other.byId.fork();
        byRecord = other.byRecord.fork();
        byAttempt = other.byAttempt.fork();
        uncertain = other.uncertain.fork();
        halves = other.halves.fork();
    }

    LinkTable fork() {
        return new LinkTable(this);
    }

    void put(Link link) {
        Link old = byId.get(link.id());
        for (Side side : Side.values()) {
            if (old == null || !Objects.equals(old.key(side), link.key(side))) {
                requireFree(link, side);
            }
        }
        byId.put(link.id(), link);
        for (Side side : Side.values()) {
            move(link.id(), old == null ? null : old.key(side), link.key(side));
        }
        if (old != null && !old.allAttempts().equals(link.allAttempts())) {
            old.allAttempts().forEach(attempt -> byAttempt.remove(attempt.tag()));
        }
        link.allAttempts().forEach(attempt -> byAttempt.put(attempt.tag(), link.id()));
        if (link.missing().isPresent()) {
            halves.put(link.id(), link);
        } else if (old != null) {
            halves.remove(link.id());
        }
        if (!link.uncertainty().isNone()) {
            uncertain.put(link.id(), link);
        } else if (old != null) {
            uncertain.remove(link.id());
        }
    }

    private void move(LinkId link, @Nullable RecordKey from, @Nullable RecordKey to) {
        if (from != null && !from.equals(to)) {
            byRecord.remove(from);
        }
        if (to != null && !to.equals(from)) {
            byRecord.put(to, link);
        }
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
        halves.remove(id);
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

    /** The links whose second half does not exist. */
    List<Link> halves() {
        return List.copyOf(halves.values());
    }

    /** The links of which a write may still arrive. */
    List<Link> uncertain() {
        return List.copyOf(uncertain.values());
    }
}
