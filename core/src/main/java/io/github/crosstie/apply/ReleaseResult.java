package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.state.ReleaseToken;
import java.util.Objects;

/** What came of releasing held deletions (S13). */
@Incubating
public sealed interface ReleaseResult {

    /**
     * Stored: the next round carries out those that are still the same then, each after a fresh look at both records.
     *
     * @param token the token
     * @param deletions how many deletions it releases now
     * @param changed how many it was given for besides, which have changed since: another version, a record that is back, or
     *     nothing left to delete. They are not released
     */
    record Accepted(ReleaseToken token, int deletions, int changed) implements ReleaseResult {
        /** Requires the token. */
        public Accepted {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * Nothing was released.
     *
     * @param reason why, for programs
     * @param message why and what to do, for people
     */
    record Refused(Reason reason, String message) implements ReleaseResult {
        /** Requires both parts. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
        }
    }

    /** Why a release is refused. */
    enum Reason {
        /** The token was used before. */
        USED,
        /** Nothing is left of what it was given for, or it was never given for this collection. */
        UNKNOWN,
        /** Another worker is at the collection: try again when its round is through. */
        LEASED_ELSEWHERE
    }
}
