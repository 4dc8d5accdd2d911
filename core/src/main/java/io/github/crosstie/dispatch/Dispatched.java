package io.github.crosstie.dispatch;

import io.github.crosstie.apply.SyncResult;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of one mailbox in a dispatch. */
public sealed interface Dispatched {

    /**
     * The moment before which the mailbox is better left alone.
     *
     * @return the moment, or null if it may be synced again at any time
     */
    @Nullable
    Instant nextDue();

    /**
     * It was worked on; the result tells whether a round ended early.
     *
     * @param result what came of it
     * @param nextDue when it is due again; null for at any time
     */
    record Ran(SyncResult result, @Nullable Instant nextDue) implements Dispatched {
        /** Requires the result. */
        public Ran {
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * It was worked on, and something was thrown. What was done before stands.
     *
     * @param reason what happened, without personal data
     * @param cause what was thrown, for the host's log; other libraries' texts may hold personal data
     * @param nextDue when it is tried again
     */
    record Failed(String reason, Throwable cause, Instant nextDue) implements Dispatched {
        /** Requires all parts. */
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(nextDue, "nextDue");
        }
    }

    /**
     * It was not worked on.
     *
     * @param reason why
     * @param nextDue when it is due; null for at once
     */
    record NotRun(Reason reason, @Nullable Instant nextDue) implements Dispatched {
        /** Requires the reason. */
        public NotRun {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a mailbox was not worked on. */
    enum Reason {
        /** Its time has not come. */
        NOT_DUE,
        /** Its organization's systems failed several times in a row. */
        ORGANIZATION_PAUSED,
        /** The dispatch was cancelled before. */
        CANCELLED,
        /** The dispatch's time was over before. */
        OUT_OF_TIME,
        /** The host's executor took no more work. */
        REJECTED
    }
}
