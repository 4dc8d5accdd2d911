package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * The other system, or the state store, does not answer for now: nothing was lost, try again later with growing delay.
 */
public final class UnavailableException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public UnavailableException(String message) {
        this(message, null);
    }
}
