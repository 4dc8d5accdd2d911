package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * The mailbox, or its folder, has moved, was created anew or is gone: nothing is deleted on the strength of that; a person or
 * a fresh look-up of the address decides.
 */
public final class MailboxUnavailableException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param cause what led to it, or null
     */
    public MailboxUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     */
    public MailboxUnavailableException(String message) {
        this(message, null);
    }
}
