package io.github.crosstie.connector;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One write of one record. */
public sealed interface Write {

    /**
     * Whether the system is to tell attendees of it (S7).
     *
     * @return whom to tell
     */
    Notification notification();

    /**
     * Create a record that carries the tag.
     *
     * @param tag the mark to store with it, in the same request
     * @param idempotencyKey equal for all attempts to create this one record: for systems that suppress repeats themselves
     * @param item the values, fields of {@link Capabilities#fields} alone
     * @param notification whom to tell
     */
    record Create(CorrelationTag tag, String idempotencyKey, Item item, Notification notification) implements Write {
        /** Requires all parts. */
        public Create {
            Objects.requireNonNull(tag, "tag");
            Objects.requireNonNull(idempotencyKey, "idempotencyKey");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(notification, "notification");
        }

        /**
         * Creates without telling anybody.
         *
         * @param tag the mark to store with it
         * @param idempotencyKey equal for all attempts to create this one record
         * @param item the values
         */
        public Create(CorrelationTag tag, String idempotencyKey, Item item) {
            this(tag, idempotencyKey, item, Notification.NONE);
        }
    }

    /**
     * Change some fields, leaving all others exactly as they are (S4), if the record still has the expected version.
     *
     * @param id which record
     * @param expectedVersion the version that the change is based on
     * @param fields the changed fields with their new values; null clears a field
     * @param notification whom to tell
     */
    record Update(
            ItemId id,
            ItemVersion expectedVersion,
            SortedMap<Field<?>, @Nullable Object> fields,
            Notification notification)
            implements Write {
        /**
         * Copies the fields, and tells nobody.
         *
         * @param id which record
         * @param expectedVersion the version that the change is based on
         * @param fields the changed fields
         */
        public Update(ItemId id, ItemVersion expectedVersion, Map<Field<?>, @Nullable Object> fields) {
            this(id, expectedVersion, new TreeMap<>(fields), Notification.NONE);
        }

        /**
         * Copies the fields.
         *
         * @throws IllegalArgumentException if there are none
         */
        public Update {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(expectedVersion, "expectedVersion");
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("update of " + id + " changes no field; leave it out");
            }
            Objects.requireNonNull(notification, "notification");
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }

        @Override
        public String toString() {
            return "Update[" + id + ", " + expectedVersion + ", " + fields.keySet() + "]";
        }
    }

    /**
     * Delete a record, if it still has the expected version. Always the recoverable way: a mailbox moves it to Deleted Items, a
     * CRM to its recycle bin.
     *
     * @param id which record
     * @param expectedVersion the version that the deletion is based on
     * @param notification whom to tell
     */
    record Delete(ItemId id, ItemVersion expectedVersion, Notification notification) implements Write {
        /** Requires all parts. */
        public Delete {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(expectedVersion, "expectedVersion");
            Objects.requireNonNull(notification, "notification");
        }

        /**
         * Deletes without telling anybody.
         *
         * @param id which record
         * @param expectedVersion the version that the deletion is based on
         */
        public Delete(ItemId id, ItemVersion expectedVersion) {
            this(id, expectedVersion, Notification.NONE);
        }
    }
}
