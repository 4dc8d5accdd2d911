package io.github.crosstie.item;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Knows between which bounds a series lies, and none of its occurrences. */
final class RecurrenceBounds implements RecurrenceExpander {

    /** Every month has these days. */
    private static final int SAFE_DAYS = 28;

    private static final int DAYS_OF_WEEK = 7;
    /** A date in one zone is at most one day off in any other; a second one covers what is moved by the clocks. */
    private static final int SLACK_DAYS = 2;

    @Override
    public Expansion expand(EventTime first, Recurrence rule, ZonedDateTime from, ZonedDateTime to, int most) {
        LocalDate start = day(first);
        boolean isBefore = start.minusDays(SLACK_DAYS).isAfter(to.toLocalDate());
        boolean isOver = lastDay(start, rule)
                .filter(last -> last.plusDays(SLACK_DAYS).isBefore(from.toLocalDate()))
                .isPresent();
        return new Expansion(List.of(), isBefore || isOver);
    }

    private static LocalDate day(EventTime first) {
        return first instanceof EventTime.AllDay allDay
                ? allDay.firstDay()
                : ((EventTime.Timed) first).start().toLocalDate();
    }

    /** A day after which nothing starts; empty if there is none, or none that is easily known. */
    private static Optional<LocalDate> lastDay(LocalDate start, Recurrence rule) {
        if (rule.end() instanceof Recurrence.End.UntilDay until) {
            return Optional.of(until.day());
        }
        if (rule.end() instanceof Recurrence.End.UntilMoment until) {
            return Optional.of(until.moment().atZone(ZoneOffset.UTC).toLocalDate());
        }
        return rule.end() instanceof Recurrence.End.Count count && neverSkips(start, rule)
                ? Optional.of(after((long) rule.interval() * count.occurrences(), start, rule))
                : Optional.empty();
    }

    /** Whether every single period has an occurrence, so that a count is reached after as many periods. */
    private static boolean neverSkips(LocalDate start, Recurrence rule) {
        if (!rule.byMonth().isEmpty() || !rule.bySetPosition().isEmpty()) {
            return false;
        }
        return switch (rule.frequency()) {
            case DAILY -> rule.byDay().isEmpty() && rule.byMonthDay().isEmpty();
            case WEEKLY -> true;
            case MONTHLY, YEARLY ->
                rule.byDay().isEmpty()
                        && rule.byMonthDay().stream().allMatch(day -> day > 0 && day <= SAFE_DAYS)
                        && start.getDayOfMonth() <= SAFE_DAYS;
        };
    }

    private static LocalDate after(long periods, LocalDate start, Recurrence rule) {
        // One period more: the first one may lie partly before the start.
        return switch (rule.frequency()) {
            case DAILY -> start.plusDays(periods + rule.interval());
            case WEEKLY -> start.plusDays((periods + rule.interval()) * DAYS_OF_WEEK);
            case MONTHLY -> start.plusMonths(periods + rule.interval());
            case YEARLY -> start.plusYears(Math.min(periods + rule.interval(), Recurrence.MAX_COUNT));
        };
    }
}
