package io.github.crosstie.item;

import java.time.ZonedDateTime;

/**
 * Says when a series takes place. Pure: the same question gets the same answer, nothing is called, and every answer comes in
 * bounded time, for rules without an end and for rules that never apply (February 30) too. Thread-safe.
 *
 * <p>Occurrences are those that the rule gives from the first one on. The first occurrence always is one, and the first that
 * counts, whether or not the rule applies to it (RFC 5545 DTSTART). Their times are local times in the zone of the first one's start, and as long as it: a time that the clocks
 * leave out is as much later as the clocks jump, and of a time that comes twice the earlier one is meant (RFC 5545).
 *
 * <p>The core knows bounds alone ({@link #cautious}); the module {@code recurrence} knows the occurrences.
 */
public interface RecurrenceExpander {

    /**
     * The occurrences that start within a range. One that is all-day starts with its first day in the zone of the range.
     *
     * @param first the time of the first occurrence, as {@link EventFields#TIME} of the series has it
     * @param rule the rule
     * @param from where the range starts, inclusive
     * @param to where it ends, exclusive
     * @param most how many occurrences to give at most; 1 or more
     * @return the first ones in the range, in order, and whether these are all
     */
    Expansion expand(EventTime first, Recurrence rule, ZonedDateTime from, ZonedDateTime to, int most);

    /**
     * An expander that knows no occurrence, and only tells for certain that a series has not begun or is over. Whoever asks it
     * counts a series as taking place whenever it might.
     *
     * @return the expander that is used unless another one is given
     */
    static RecurrenceExpander cautious() {
        return new RecurrenceBounds();
    }
}
