package io.github.crosstie.connector;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as a side holds it.
 *
 * @param id its id on that side
 * @param version its version
 * @param item its values: every field of {@link Capabilities#fields} that is set
 * @param tag the engine's mark, if the record carries one; null otherwise
 * @param createdAt when it was created, by the side's clock; null if the side does not say
 * @param modifiedAt when it was last changed, by the side's clock; null if the side does not say
 * @param activityAt when something last happened around it, for the choice among several matches (S2); null if the side does
 *     not say
 */
public record RemoteItem(
        ItemId id,
        ItemVersion version,
        Item item,
        @Nullable CorrelationTag tag,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt,
        @Nullable Instant activityAt) {

    /** Requires id, version and item. */
    public RemoteItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(item, "item");
    }

    /**
     * A record without tag and times.
     *
     * @param id its id
     * @param version its version
     * @param item its values
     */
    public RemoteItem(ItemId id, ItemVersion version, Item item) {
        this(id, version, item, null, null, null, null);
    }

    /**
     * The same with the engine's mark.
     *
     * @param tag the mark, or null for none
     * @return a changed copy
     */
    public RemoteItem withTag(@Nullable CorrelationTag tag) {
        return new RemoteItem(id, version, item, tag, createdAt, modifiedAt, activityAt);
    }

    /**
     * The same with times.
     *
     * @param createdAt when created, or null
     * @param modifiedAt when last changed, or null
     * @param activityAt when last active, or null
     * @return a changed copy
     */
    public RemoteItem withTimes(
            @Nullable Instant createdAt, @Nullable Instant modifiedAt, @Nullable Instant activityAt) {
        return new RemoteItem(id, version, item, tag, createdAt, modifiedAt, activityAt);
    }
}
