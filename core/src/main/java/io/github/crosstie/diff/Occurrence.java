package io.github.crosstie.diff;

import io.github.crosstie.item.OccurrenceException;

/** What one side says about one occurrence of a series. */
sealed interface Occurrence {

    /** It is as the series has it. */
    record AsRuled() implements Occurrence {}

    /** It does not take place. */
    record Cancelled() implements Occurrence {}

    /** It differs from the series. */
    record Excepted(OccurrenceException exception) implements Occurrence {}

    static Occurrence of(OccurrenceException exception) {
        return exception.isEmpty() ? new AsRuled() : new Excepted(exception);
    }
}
