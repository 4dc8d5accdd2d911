package io.github.crosstie.ews.internal.soap;

import io.github.crosstie.fault.CrosstieException;
import java.util.Arrays;

/** A mark on an exception: the answer was not complete in the time that this connector allows. Less at a time may be. */
public final class TooSlow extends Exception {

    private static final long serialVersionUID = 1L;

    private TooSlow() {
        super("less at a time may be answered in time", null, false, false);
    }

    /**
     * Puts the mark on an exception.
     *
     * @param exception the exception
     * @param <E> its type
     * @return the same exception
     */
    public static <E extends CrosstieException> E mark(E exception) {
        exception.addSuppressed(new TooSlow());
        return exception;
    }

    /**
     * Whether less at a time may be answered in time.
     *
     * @param exception as a channel threw it
     * @return true if it carries the mark
     */
    public static boolean isBehind(CrosstieException exception) {
        return Arrays.stream(exception.getSuppressed()).anyMatch(TooSlow.class::isInstance);
    }
}
