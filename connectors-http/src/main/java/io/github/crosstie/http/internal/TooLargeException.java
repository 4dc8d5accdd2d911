package io.github.crosstie.http.internal;

import java.io.IOException;

/** The answer is larger than what this connector takes. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
