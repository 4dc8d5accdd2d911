package io.github.crosstie.connector;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a page of changes says about one record. */
public sealed interface Change {

    /**
     * Which record.
     *
     * @return its id on this side
     */
    ItemId id();

    /**
     * The record was created or changed, or is listed.
     *
     * @param id its id
     * @param version its version now; the engine drops the change if it knows that version
     * @param record the record itself if the listing carried it whole, which saves a read; null otherwise
     */
    record Upserted(
            ItemId id, ItemVersion version, @Nullable RemoteItem record) implements Change {
        /**
         * Checks that the parts speak of one record.
         *
         * @throws IllegalArgumentException if the record has another id or version
         */
        public Upserted {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            if (record != null && !(record.id().equals(id) && record.version().equals(version))) {
                throw new IllegalArgumentException("change of " + id + " at " + version + " carries the record "
                        + record.id() + " at " + record.version());
            }
        }

        /**
         * A change that does not carry the record.
         *
         * @param id its id
         * @param version its version now
         */
        public Upserted(ItemId id, ItemVersion version) {
            this(id, version, null);
        }
    }

    /**
     * The record is not there any more.
     *
     * @param id its id
     * @param removal what is known about why
     */
    record Removed(ItemId id, Removal removal) implements Change {
        /** Requires both parts. */
        public Removed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(removal, "removal");
        }
    }
}
