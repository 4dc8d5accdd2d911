package io.github.crosstie.connector;

import java.util.Objects;

/** What became of the replacement of a mailbox claim (S12). Split by what the engine does next. */
public sealed interface ClaimOutcome {

    /** Done: the mailbox carries the new claim. */
    record Replaced() implements ClaimOutcome {}

    /** Not done: the mailbox carries another claim than expected, or none where one was expected. The engine reads it again. */
    record Conflict() implements ClaimOutcome {}

    /**
     * Done or not, nobody knows: the answer was lost. The engine reads the claim again.
     *
     * @param cause what happened
     */
    record Unknown(String cause) implements ClaimOutcome {
        /** Requires the cause. */
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }
    }
}
