package io.github.crosstie.ews.internal.transport;

import java.io.IOException;

/** The answer was not complete in time. */
final class DeadlinePassedException extends IOException {

    private static final long serialVersionUID = 1L;

    DeadlinePassedException(Deadline deadline) {
        super("no complete answer within " + deadline.length());
    }
}
