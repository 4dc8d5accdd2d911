package io.github.crosstie.http.internal;

import io.github.crosstie.fault.CrosstieException;
import java.util.Arrays;

/**
 * A mark on an exception: the call may have been carried out, although no usable answer came. An exception without it
 * means that the server has certainly not done what it was asked.
 */
public final class AnswerLost extends Exception {

    private static final long serialVersionUID = 1L;

    private AnswerLost() {
        super("the request may have been carried out", null, false, false);
    }

    /**
     * Puts the mark on an exception.
     *
     * @param exception the exception
     * @param <E> its type
     * @return the same exception
     */
    public static <E extends CrosstieException> E mark(E exception) {
        if (!isBehind(exception)) {
            exception.addSuppressed(new AnswerLost());
        }
        return exception;
    }

    /**
     * Whether a call that ended with an exception may have been carried out.
     *
     * @param exception as a channel threw it
     * @return true if it carries the mark
     */
    public static boolean isBehind(CrosstieException exception) {
        return Arrays.stream(exception.getSuppressed()).anyMatch(AnswerLost.class::isInstance);
    }
}
