package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * Another worker holds the lease with a newer epoch: stop at once, write nothing more, leave the rest to it.
 */
public final class FencedException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public FencedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public FencedException(String message) {
        this(message, null);
    }
}
