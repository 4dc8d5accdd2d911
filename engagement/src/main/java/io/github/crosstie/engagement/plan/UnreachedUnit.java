package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit that could not be looked at.
 *
 * @param unit which unit
 * @param message why, and what to do
 * @param retryAt when it may be tried again; null if nobody said
 */
public record UnreachedUnit(
        BusinessUnitId unit, String message, @Nullable Instant retryAt) {

    /** Requires unit and message. */
    public UnreachedUnit {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(message, "message");
    }

    /**
     * What went wrong with a unit, as a value, so that the others go on. An exception that is none of the library's is
     * a defect of the host's code: its type and place are told, and not its text, which may hold anything (G6).
     *
     * @param unit which unit
     * @param failure what a target or a store of ledgers threw
     * @return the unit with the reason
     */
    public static UnreachedUnit of(BusinessUnitId unit, RuntimeException failure) {
        if (failure instanceof CrosstieException told) {
            @Nullable Instant retryAt = told instanceof ThrottledException throttled ? throttled.retryAt() : null;
            return new UnreachedUnit(unit, String.valueOf(told.getMessage()), retryAt);
        }
        StackTraceElement[] stack = failure.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0];
        return new UnreachedUnit(
                unit,
                "business unit " + unit + ": " + failure.getClass().getName() + place
                        + ", which is no answer of a target or a store of ledgers; report it to the author of the one"
                        + " that threw it",
                null);
    }
}
