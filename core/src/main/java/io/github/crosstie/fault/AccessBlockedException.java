package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * The tenant has switched this way of access off (403 for Exchange Web Services, for instance): not a credential problem,
 * so another connector is the remedy.
 */
public final class AccessBlockedException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public AccessBlockedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public AccessBlockedException(String message) {
        this(message, null);
    }
}
