package io.github.crosstie.internal.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * When the clocks of a zone change in some years, and by how much: two zones whose clocks change alike are taken for
 * the same. Fixed years, so that the answer does not depend on the day on which it is asked for.
 *
 * @param start the offset when these years begin
 * @param changes the changes of these years, in order
 */
public record ClockChanges(ZoneOffset start, List<Change> changes) {

    private static final int FIRST_YEAR = 2026;
    private static final int YEARS = 6;

    /**
     * One change.
     *
     * @param at the local time before it
     * @param after the offset after it
     */
    public record Change(LocalDateTime at, ZoneOffset after) {}

    /**
     * The changes of a zone.
     *
     * @param rules its rules
     * @return its changes in the fixed years
     */
    public static ClockChanges of(ZoneRules rules) {
        LocalDateTime first = LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay();
        ZoneOffset start = rules.getOffset(first.toInstant(ZoneOffset.UTC));
        LocalDateTime last = first.plusYears(YEARS);
        List<Change> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(first.toInstant(ZoneOffset.UTC));
        while (next != null && next.getDateTimeBefore().isBefore(last)) {
            changes.add(new Change(next.getDateTimeBefore(), next.getOffsetAfter()));
            next = rules.nextTransition(next.getInstant());
        }
        return new ClockChanges(start, List.copyOf(changes));
    }
}
