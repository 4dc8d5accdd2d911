package io.github.crosstie.examples;

import io.github.crosstie.fault.CrosstieException;
import java.util.function.Supplier;

/** What a person handed in cannot be used; the message says why, and what to do. */
final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnusableInputException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }

    /** Reads input, of which the library refuses what it cannot use. */
    static <T> T usable(Supplier<T> input) {
        try {
            return input.get();
        } catch (CrosstieException | IllegalArgumentException refused) {
            throw new UnusableInputException(refused);
        }
    }
}
