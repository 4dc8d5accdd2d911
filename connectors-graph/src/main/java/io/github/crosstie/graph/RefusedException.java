package io.github.crosstie.graph;

import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.wire.GraphAnswer;

/** A step of a series that could not be made. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient WriteOutcome outcome;

    private RefusedException(String message, WriteOutcome outcome) {
        super(message, null, false, false);
        this.outcome = outcome;
    }

    /** Somebody changed the series while it was written. */
    static RefusedException changed() {
        return new RefusedException("an occurrence is not there any more", new WriteOutcome.Conflict());
    }

    /** The answer, if the server did what it was asked. */
    static GraphAnswer required(GraphAnswer answer) throws RefusedException {
        if (answer.succeeded()) {
            return answer;
        }
        throw new RefusedException(
                answer.toString(), Outcomes.ofChange(answer.trouble().orElseThrow()));
    }

    /** What that means for the write, if nothing of it was written before. */
    WriteOutcome outcome() {
        return outcome;
    }
}
