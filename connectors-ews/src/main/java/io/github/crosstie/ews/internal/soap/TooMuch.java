package io.github.crosstie.ews.internal.soap;

import io.github.crosstie.fault.CrosstieException;
import java.util.Arrays;

/** A mark on an exception: the answer was larger than this connector takes. Less at a time may be answered. */
public final class TooMuch extends Exception {

    private static final long serialVersionUID = 1L;

    private TooMuch() {
        super("less at a time may be answered", null, false, false);
    }

    /**
     * Puts the mark on an exception.
     *
     * @param exception the exception
     * @param <E> its type
     * @return the same exception
     */
    public static <E extends CrosstieException> E mark(E exception) {
        exception.addSuppressed(new TooMuch());
        return exception;
    }

    /**
     * Whether less at a time may be answered.
     *
     * @param exception as a channel threw it
     * @return true if it carries the mark
     */
    public static boolean isBehind(CrosstieException exception) {
        return Arrays.stream(exception.getSuppressed()).anyMatch(TooMuch.class::isInstance);
    }
}
