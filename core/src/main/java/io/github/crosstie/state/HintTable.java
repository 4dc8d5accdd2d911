package io.github.crosstie.state;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The hints of a collection, found by the id of their former link and by record. A record has one hint at most: the latest. */
final class HintTable {

    private final ForkingMap<LinkId, Hint> byLink;
    private final ForkingMap<RecordKey, LinkId> byRecord;
    private final Set<ValueHasher> hashers;

    HintTable() {
        this(new ForkingMap<>(), new ForkingMap<>(), new LinkedHashSet<>());
    }

    private HintTable(
            ForkingMap<LinkId, Hint> byLink, ForkingMap<RecordKey, LinkId> byRecord, Set<ValueHasher> hashers) {
        this.byLink = byLink;
        this.byRecord = byRecord;
        this.hashers = hashers;
    }

    HintTable fork() {
        return new HintTable(byLink.fork(), byRecord.fork(), new LinkedHashSet<>(hashers));
    }

    void put(Hint hint) {
        remove(hint.link());
        for (Side side : Side.values()) {
            RecordKey key = hint.key(side);
            if (key != null) {
                drop(key);
                byRecord.put(key, hint.link());
            }
        }
        byLink.put(hint.link(), hint);
        Item held = hint.held();
        if (held != null) {
            ValueHasher.of(held).ifPresent(hashers::add);
        }
    }

    /** What hashed the values that hints hold, or held once: one for each key. */
    Set<ValueHasher> hashers() {
        return Collections.unmodifiableSet(hashers);
    }

    void remove(LinkId link) {
        Hint old = byLink.remove(link);
        if (old != null) {
            for (Side side : Side.values()) {
                RecordKey key = old.key(side);
                if (key != null) {
                    byRecord.remove(key);
                }
            }
        }
    }

    /** Whatever is linked needs no hint any more. */
    void dropHintsOf(Link link) {
        for (Side side : Side.values()) {
            RecordKey key = link.key(side);
            if (key != null) {
                drop(key);
            }
        }
    }

    private void drop(RecordKey key) {
        LinkId link = byRecord.get(key);
        if (link != null) {
            remove(link);
        }
    }

    Collection<Hint> all() {
        return Collections.unmodifiableCollection(byLink.values());
    }

    Optional<Hint> byRecord(RecordKey key) {
        return Optional.ofNullable(byRecord.get(key)).map(byLink::get);
    }
}
