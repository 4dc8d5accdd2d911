package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * The credentials are refused or have expired: nothing is retried until somebody renews them; state stays as it is.
 */
public final class UnauthorizedException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public UnauthorizedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public UnauthorizedException(String message) {
        this(message, null);
    }
}
