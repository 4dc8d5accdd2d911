package io.github.crosstie.ews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Optional;

/**
 * What tells an item again after it has moved. An item that is deleted moves to another folder and gets another id
 * there, and the server tells nobody the old one: what the item keeps must have been seen before. Forgotten with the
 * connector, and the oldest first where there are too many; then nobody can prove a deletion, and none is concluded
 * (S10). Thread-safe.
 */
final class Traces {

    private final Cache<String, Trace> byId;
    private final Cache<String, ItemVersion> written;

    private Traces(Cache<String, Trace> byId, Cache<String, ItemVersion> written) {
        this.byId = byId;
        this.written = written;
    }

    static Traces of(long most) {
        return new Traces(cache(most).build(), cache(most).build());
    }

    private static Caffeine<Object, Object> cache(long most) {
        // Its upkeep is short; the calling thread does it, so that no pool is needed.
        return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run);
    }

    /**
     * What an item keeps.
     *
     * @param path the property
     * @param value its value
     * @param uid the UID of an event, which a copy does not share; empty for a contact
     */
    record Trace(PropertyPath path, String value, String uid) {

        static Trace of(Stamp stamp) {
            return new Trace(ItemMapping.STAMP, stamp.text(), stamp.uid());
        }

        boolean isOf(ItemRecord item) {
            boolean same = path.equals(ItemMapping.STAMP)
                    ? item.stamp().filter(stamp -> stamp.text().equals(value)).isPresent()
                    : item.searchKey().equals(value);
            return same && (uid.isEmpty() || uid.equals(item.uid()));
        }
    }

    void read(ItemRecord item) {
        if (!item.searchKey().isEmpty()) {
            byId.put(item.key().id(), new Trace(ItemMapping.SEARCH_KEY, item.searchKey(), item.uid()));
        }
    }

    void created(String id, Stamp stamp) {
        byId.put(id, Trace.of(stamp));
    }

    /** An item was written by the engine, and has a version by that. */
    void written(ItemId id, ItemVersion version) {
        written.put(id.value(), version);
    }

    /** Whether a version of an item is what the engine has written: nobody needs to read it to know it. */
    boolean isWritten(String id, ItemVersion version) {
        return version.equals(written.getIfPresent(id));
    }

    Optional<Trace> of(String id) {
        return Optional.ofNullable(byId.getIfPresent(id));
    }
}
