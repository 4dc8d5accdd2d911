package io.github.crosstie.state;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something was seen to have happened to a record and has not been settled yet: the record is dirty.
 *
 * @param key the record
 * @param version the version seen; null for a removal, or if unknown
 * @param removal the strongest word of the change stream that the record is gone; null if there was none, or a read has
 *     refuted it
 * @param waiting null while the record is to be looked at; else it was looked at and left alone
 * @param since since when something of it has not been dealt with (S18); null until it is stored
 */
public record Observation(
        RecordKey key,
        @Nullable ItemVersion version,
        @Nullable Removal removal,
        @Nullable Waiting waiting,
        @Nullable Instant since) {

    /** Requires the key. */
    public Observation {
        Objects.requireNonNull(key, "key");
    }

    /**
     * A record was seen.
     *
     * @param key the record
     * @param version its version, or null if unknown
     * @return the observation
     */
    public static Observation seen(RecordKey key, @Nullable ItemVersion version) {
        return new Observation(key, version, null, null, null);
    }

    /**
     * A record was seen to be gone.
     *
     * @param key the record
     * @param removal what is known about why
     * @return the observation
     */
    public static Observation removed(RecordKey key, Removal removal) {
        return new Observation(key, null, Objects.requireNonNull(removal, "removal"), null, null);
    }

    /**
     * This observation after an earlier one of the same record. Change streams repeat themselves out of order, so a proven
     * deletion outlives a later listing until a read decides. What waits to be looked at waits since the first word of it.
     *
     * @param earlier what was stored, or null
     * @return what to store, to be looked at
     */
    public Observation after(@Nullable Observation earlier) {
        boolean proven = earlier != null && earlier.removal == Removal.DELETED;
        Instant first = earlier == null || earlier.waiting != null ? null : earlier.since;
        return new Observation(key, version, proven ? Removal.DELETED : removal, null, first == null ? since : first);
    }

    /**
     * The same, not dealt with since a moment.
     *
     * @param moment since when
     * @return a changed copy
     */
    public Observation since(Instant moment) {
        return new Observation(key, version, removal, waiting, moment);
    }

    /**
     * The same after the record was read: whatever was told of its removal is spent.
     *
     * @return a changed copy
     */
    public Observation refuted() {
        return new Observation(key, version, null, waiting, since);
    }

    /**
     * The same, looked at and left alone.
     *
     * @param waiting until when
     * @return a changed copy
     */
    public Observation waiting(Waiting waiting) {
        return new Observation(key, version, removal, waiting, since);
    }

    /**
     * The same, to be looked at again; the waiting begins anew.
     *
     * @return a changed copy
     */
    public Observation awake() {
        return new Observation(key, version, removal, null, null);
    }
}
