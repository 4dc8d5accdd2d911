package io.github.crosstie.ews.internal.transport;

import java.io.IOException;

/** The answer is larger than what this connector takes. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
