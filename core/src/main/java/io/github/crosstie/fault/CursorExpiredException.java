package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * A change cursor is no longer accepted: list everything again as a comparison, never as "everything is new".
 */
public final class CursorExpiredException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public CursorExpiredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public CursorExpiredException(String message) {
        this(message, null);
    }
}
