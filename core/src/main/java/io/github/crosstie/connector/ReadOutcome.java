package io.github.crosstie.connector;

import io.github.crosstie.item.ItemId;
import java.util.Objects;

/** What a read says about one id. */
public sealed interface ReadOutcome {

    /**
     * Which id was asked for.
     *
     * @return the id
     */
    ItemId id();

    /**
     * The record is there.
     *
     * @param record the record
     */
    record Found(RemoteItem record) implements ReadOutcome {
        /** Requires the record. */
        public Found {
            Objects.requireNonNull(record, "record");
        }

        @Override
        public ItemId id() {
            return record.id();
        }
    }

    /**
     * The system answered that the record is not there.
     *
     * @param id the id asked for
     * @param removal what the system knows about why; {@code DELETED} only with proof, such as a find in the recycle bin
     */
    record Absent(ItemId id, Removal removal) implements ReadOutcome {
        /** Requires both parts. */
        public Absent {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(removal, "removal");
        }
    }

    /**
     * The record is there, but cannot be understood.
     *
     * @param id the id asked for
     * @param message what is wrong with it and what to do, without its contents
     */
    record Unreadable(ItemId id, String message) implements ReadOutcome {
        /** Requires both parts. */
        public Unreadable {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(message, "message");
        }
    }
}
