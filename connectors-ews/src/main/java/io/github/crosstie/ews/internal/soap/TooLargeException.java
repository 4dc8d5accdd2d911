package io.github.crosstie.ews.internal.soap;

import java.io.IOException;

/** A document is larger than what this connector takes. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("the answer is longer than " + limit + " characters; ask for fewer items at a time");
    }
}
