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
            throw halt(
                    OutcomeCode.CANCELLED, "the round was cancelled; what is done is kept, and the next round goes on");
        }
        Instant deadline = limits.deadline();
        if (deadline != null && !clock.instant().isBefore(deadline)) {
            throw halt(
                    OutcomeCode.OUT_OF_TIME,
                    "the round's time was over at " + deadline + "; what is done is kept, and the next round goes on");
        }
    }

    private static Halt halt(OutcomeCode code, String message) {
        return new Halt(new Outcome.Stopped(code, message, null));
    }

    /** Ends a round between two calls. */
    static final class Halt extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome.Stopped outcome;

        Halt(Outcome.Stopped outcome) {
            super(outcome.message(), null, false, false);
            this.outcome = outcome;
        }

        Outcome.Stopped outcome() {
            return outcome;
        }
    }
}
