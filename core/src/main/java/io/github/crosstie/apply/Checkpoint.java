package io.github.crosstie.apply;

import io.github.crosstie.plan.OutcomeCode;
import java.time.Clock;
import java.time.Instant;

/** Stands between two calls to a side: where a round may end early with nothing half done. */
final class Checkpoint {

    private final RoundLimits limits;
    private final Clock clock;

    Checkpoint(RoundLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Goes on, or ends the round.
     *
     * @throws Halt if the round was cancelled, or its time is over
     */
    void pass() {
        if (limits.cancelled().getAsBoolean()) {
            throw new Halt(
                    OutcomeCode.CANCELLED, "the round was cancelled; what is done is kept, and the next round goes on");
        }
        Instant deadline = limits.deadline();
        if (deadline != null && !clock.instant().isBefore(deadline)) {
            throw new Halt(
                    OutcomeCode.OUT_OF_TIME,
                    "the round's time was over at " + deadline + "; what is done is kept, and the next round goes on");
        }
    }

    /** Ends a round between two calls. */
    static final class Halt extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final OutcomeCode code;
        private final String reason;

        Halt(OutcomeCode code, String reason) {
            super(reason, null, false, false);
            this.code = code;
            this.reason = reason;
        }

        Outcome.Stopped outcome() {
            return new Outcome.Stopped(code, reason, null);
        }
    }
}
