package io.github.crosstie.directory;

import java.util.HashMap;
import java.util.Map;

/**
 * Ids to slots, growing only. Adding to it makes a new index that shares the old one: a large base and a small overlay,
 * folded together when the overlay has grown. Immutable.
 */
final class SlotIndex<K> {

    private static final int OVERLAY_LIMIT = 512;

    private final Map<K, Integer> base;
    private final Map<K, Integer> overlay;

    private SlotIndex(Map<K, Integer> base, Map<K, Integer> overlay) {
        this.base = base;
        this.overlay = overlay;
    }

    static <K> SlotIndex<K> empty() {
        return new SlotIndex<>(Map.of(), Map.of());
    }

    int size() {
        return base.size() + overlay.size();
    }

    /** The slot of an id, or -1. */
    int slot(K id) {
        Integer slot = base.get(id);
        if (slot == null) {
            slot = overlay.get(id);
        }
        return slot == null ? -1 : slot;
    }

    /** This index with more ids, which take the next slots in their order; none of them may be in it yet. */
    SlotIndex<K> plus(Iterable<K> ids) {
        Map<K, Integer> added = new HashMap<>(overlay);
        int next = size();
        for (K id : ids) {
            added.put(id, next++);
        }
        if (added.size() == overlay.size()) {
            return this;
        }
        if (added.size() <= OVERLAY_LIMIT) {
            return new SlotIndex<>(base, added);
        }
        Map<K, Integer> folded = new HashMap<>((int) ((base.size() + added.size()) / 0.75f) + 1);
        folded.putAll(base);
        folded.putAll(added);
        return new SlotIndex<>(folded, Map.of());
    }
}
