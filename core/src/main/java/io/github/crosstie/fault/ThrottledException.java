package io.github.crosstie.fault;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The other system asks to be left alone until a stated moment. No call is made before it; the round is rescheduled, no
 * thread sleeps on it.
 */
public final class ThrottledException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    /**
     * Creates the exception.
     *
     * @param message the thing, the reason and the remedy
     * @param retryAt the earliest moment of the next call
     * @param cause what led to it, or null
     */
    public ThrottledException(String message, Instant retryAt, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAt = Objects.requireNonNull(retryAt, "retryAt");
    }

    /**
     * Creates the exception without a cause.
     *
     * @param message the thing, the reason and the remedy
     * @param retryAt the earliest moment of the next call
     */
    public ThrottledException(String message, Instant retryAt) {
        this(message, retryAt, null);
    }

    /**
     * The earliest moment of the next call.
     *
     * @return the moment, on the clock of this process
     */
    public Instant retryAt() {
        return retryAt;
    }
}
