package io.github.crosstie.diff;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as a side showed it at some moment: its id with its version, its content, or both. With a version there is no need
 * to look at the content of what did not change.
 *
 * @param id its id on that side
 * @param version its version; null if the side does not say
 * @param item its content; null if only the version is known
 */
public record RecordSnapshot(
        ItemId id, @Nullable ItemVersion version, @Nullable Item item) {

    /**
     * Checks that there is something to compare.
     *
     * @throws IllegalArgumentException if both version and content are missing
     */
    public RecordSnapshot {
        Objects.requireNonNull(id, "id");
        if (version == null && item == null) {
            throw new IllegalArgumentException(
                    "snapshot of record " + id + " has neither version nor content; give it at least one of them");
        }
    }

    /**
     * A record of which the version is known.
     *
     * @param id its id
     * @param version its version
     * @return the snapshot
     */
    public static RecordSnapshot of(ItemId id, ItemVersion version) {
        return new RecordSnapshot(id, Objects.requireNonNull(version, "version"), null);
    }

    /**
     * A record of which the content is known.
     *
     * @param id its id
     * @param item its content
     * @return the snapshot
     */
    public static RecordSnapshot of(ItemId id, Item item) {
        return new RecordSnapshot(id, null, Objects.requireNonNull(item, "item"));
    }

    /**
     * A record as a connector read it.
     *
     * @param record the record
     * @return its id, version and content
     */
    public static RecordSnapshot of(RemoteItem record) {
        return new RecordSnapshot(record.id(), record.version(), record.item());
    }

    /**
     * A record as a connector listed it.
     *
     * @param listed the line of the listing
     * @return its id and version, and its content if the listing carried it
     */
    public static RecordSnapshot of(Change.Upserted listed) {
        RemoteItem record = listed.record();
        return new RecordSnapshot(listed.id(), listed.version(), record == null ? null : record.item());
    }
}
