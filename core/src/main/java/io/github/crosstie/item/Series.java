package io.github.crosstie.item;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a series takes place: its rule, less the occurrences that do not take place, and those that were moved at their own time.
 * Immutable. Where an expander does not know, every answer is that it may take place.
 *
 * @param first the time of the first occurrence
 * @param rule the rule
 * @param cancelled the occurrences that do not take place
 * @param moved occurrences that take place at another time, by original start
 */
public record Series(
        EventTime first, Recurrence rule, CancelledOccurrences cancelled, SortedMap<OriginalStart, EventTime> moved) {

    private static final int HORIZON_YEARS = 100;

    /** Copies what was moved, without what is cancelled. */
    public Series {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(cancelled, "cancelled");
        SortedMap<OriginalStart, EventTime> live = new TreeMap<>(moved);
        live.keySet().removeAll(cancelled.starts());
        moved = Collections.unmodifiableSortedMap(live);
    }

    /**
     * Whether the rule gives an occurrence with a start. What was moved or cancelled counts.
     *
     * @param expander who knows
     * @param start the original start
     * @return false if the rule certainly gives none
     */
    public boolean isOccurrence(RecurrenceExpander expander, OriginalStart start) {
        boolean isAllDay = first instanceof EventTime.AllDay;
        if (isAllDay != start instanceof OriginalStart.OnDay) {
            return false;
        }
        ZonedDateTime from = start instanceof OriginalStart.OnDay onDay
                ? onDay.day().atStartOfDay(ZoneOffset.UTC)
                : ((OriginalStart.At) start).moment();
        Expansion expansion = expander.expand(first, rule, from, from.plusNanos(1), 1);
        return !expansion.occurrences().isEmpty() || !expansion.complete();
    }

    /**
     * The occurrences that start within a range where the rule has them: neither cancelled nor moved.
     *
     * @param expander who knows
     * @param from where the range starts, inclusive
     * @param to where it ends, exclusive
     * @return at least one of them if there is any, in order, and whether these are all
     */
    public Expansion unmoved(RecurrenceExpander expander, ZonedDateTime from, ZonedDateTime to) {
        int most = cancelled.starts().size() + moved.size() + 1;
        Expansion expansion = expander.expand(first, rule, from, to, most);
        return new Expansion(
                expansion.occurrences().stream()
                        .filter(time -> !cancelled.contains(OriginalStart.of(time)))
                        .filter(time -> !moved.containsKey(OriginalStart.of(time)))
                        .toList(),
                expansion.complete());
    }

    /**
     * The occurrences that start from some moment on where the rule has them, in a lifetime to come.
     *
     * @param expander who knows
     * @param from the moment, inclusive
     * @return at least one of them if there is any, in order, and whether these are all
     */
    public Expansion unmovedFrom(RecurrenceExpander expander, ZonedDateTime from) {
        return unmoved(expander, from, from.plusYears(HORIZON_YEARS));
    }
}
