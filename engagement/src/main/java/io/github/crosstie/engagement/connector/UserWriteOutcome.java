package io.github.crosstie.engagement.connector;

import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import java.time.Instant;
import java.util.Objects;

/** What became of one write. */
public sealed interface UserWriteOutcome {

    /**
     * Written, or found to be so already.
     *
     * @param id the user; a new one after a creation
     */
    record Written(EngagementUserId id) implements UserWriteOutcome {
        /** Requires the id. */
        public Written {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * Not written: a field does not have the value that the write presumed.
     *
     * @param current the user as it is
     */
    record Conflict(EngagementUser current) implements UserWriteOutcome {
        /** Requires the user. */
        public Conflict {
            Objects.requireNonNull(current, "current");
        }
    }

    /** Not written: there is no such user, neither live nor in the recycle bin. */
    record Gone() implements UserWriteOutcome {}

    /**
     * Not written: the system refuses it.
     *
     * @param code the system's own code, such as {@code 101}
     * @param message what it says and what to do, without personal data
     * @param permanent whether the very same write can never succeed
     */
    record Rejected(String code, String message, boolean permanent) implements UserWriteOutcome {
        /** Requires the texts. */
        public Rejected {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * Not written for now.
     *
     * @param until when it may be tried again
     */
    record Deferred(Instant until) implements UserWriteOutcome {
        /** Requires the moment. */
        public Deferred {
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * Nobody knows: the answer was lost. The write is repeated only after a listing has shown that it did not happen.
     *
     * @param cause what is known of it, without personal data
     */
    record Unknown(String cause) implements UserWriteOutcome {
        /** Requires the cause. */
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }
    }
}
