package io.github.crosstie.ews.internal.transport;

import java.io.IOException;

/** A connection ended before its answer came. */
final class BrokenConnectionException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenConnectionException(Throwable cause) {
        super("the connection broke before an answer came", cause);
    }
}
