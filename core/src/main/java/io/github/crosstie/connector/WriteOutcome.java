package io.github.crosstie.connector;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one write. Split by what the engine does next. */
public sealed interface WriteOutcome {

    /**
     * Done. The change stream will show the record with this version.
     *
     * @param id the record; for a create its new id
     * @param version its version after the write; after a deletion the version that was deleted
     * @param tag for a create the tag that the record really carries, if a system that suppresses repeats answered with the
     *     record of an earlier attempt; null for the tag that was sent
     */
    record Written(ItemId id, ItemVersion version, @Nullable CorrelationTag tag) implements WriteOutcome {
        /** Requires id and version. */
        public Written {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
        }

        /**
         * Done, with the tag that was sent.
         *
         * @param id the record
         * @param version its version after the write
         */
        public Written(ItemId id, ItemVersion version) {
            this(id, version, null);
        }
    }

    /** Not done: the record has another version than expected. The engine reads it again and plans anew. */
    record Conflict() implements WriteOutcome {}

    /** Not done: there is no such record any more. The engine reads it again and plans anew. */
    record Gone() implements WriteOutcome {}

    /**
     * Not done: the system refuses this record.
     *
     * @param code the system's own code, for people to look up
     * @param message what is wrong and what to do, without the record's contents
     * @param permanent true if the same write will be refused again, as for a validation rule
     */
    record Rejected(String code, String message, boolean permanent) implements WriteOutcome {
        /** Requires code and message. */
        public Rejected {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * Not done: the system asks to try this record later.
     *
     * @param until the earliest moment of the next try
     */
    record Deferred(Instant until) implements WriteOutcome {
        /** Requires the moment. */
        public Deferred {
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * Done or not, nobody knows: the answer was lost. The engine finds out before it writes again.
     *
     * @param cause what happened, without the record's contents
     */
    record Unknown(String cause) implements WriteOutcome {
        /** Requires the cause. */
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }
    }
}
