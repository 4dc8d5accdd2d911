package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * A connector, a store or a server behaved as its contract forbids: a defect to report, never to be retried.
 */
public final class ContractBrokenException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public ContractBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public ContractBrokenException(String message) {
        this(message, null);
    }
}
