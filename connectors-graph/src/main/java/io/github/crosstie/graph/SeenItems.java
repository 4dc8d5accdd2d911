package io.github.crosstie.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Which items have been seen as contacts or events of a synced folder: if Graph says that one of them is not there
 * any more, it is worth asking why. Forgotten with the connector, and the oldest first where there are too many; who
 * is told of an item then asks for it itself. Thread-safe.
 */
final class SeenItems {

    private final Cache<String, Boolean> ids;

    private SeenItems(Cache<String, Boolean> ids) {
        this.ids = ids;
    }

    static SeenItems of(long most) {
        // Its upkeep is short; the calling thread does it, so that no pool is needed.
        return new SeenItems(
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build());
    }

    void add(String id) {
        ids.put(id, true);
    }

    boolean contain(String id) {
        return ids.getIfPresent(id) != null;
    }
}
