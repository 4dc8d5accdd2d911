package io.github.crosstie.item;

import java.util.List;

/**
 * When a series takes place within a range, as far as it is known.
 *
 * @param occurrences the times of the first occurrences in the range, in order
 * @param complete whether these are all; if not, there may be more
 */
public record Expansion(List<EventTime> occurrences, boolean complete) {

    /** Copies the occurrences. */
    public Expansion {
        occurrences = List.copyOf(occurrences);
    }
}
