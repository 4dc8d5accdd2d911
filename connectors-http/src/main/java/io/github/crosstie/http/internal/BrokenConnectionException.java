package io.github.crosstie.http.internal;

import java.io.IOException;

/** A connection ended before its answer was complete. */
public final class BrokenConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param cause what the client says
     */
    public BrokenConnectionException(Throwable cause) {
        super("the connection broke before the answer was complete", cause);
    }
}
