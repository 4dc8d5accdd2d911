package io.github.crosstie.recurrence;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Expands rules by lib-recur: the days of a series are its, the times of day and the zones are java.time's. The first
 * occurrence always is one, and the first that counts (RFC 5545 DTSTART). Immutable, thread-safe, without static state.
 *
 * <p>Bounded for every rule: it stops at the end of the range, after the number that was asked for, at the end of the year 9999,
 * and where a rule gives nothing for a thousand periods, which it then tells as not complete.
 */
public final class RuleExpander implements RecurrenceExpander {

    /** A day in one zone is at most one day off in another, and the clocks are moved by a day at most. */
    private static final int SLACK_DAYS = 2;

    private RuleExpander() {}

    /**
     * An expander.
     *
     * @return a new one
     */
    public static RuleExpander create() {
        return new RuleExpander();
    }

    @Override
    public Expansion expand(EventTime first, Recurrence rule, ZonedDateTime from, ZonedDateTime to, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "a series was to be expanded to " + most + " occurrences; ask for 1 or more");
        }
        Objects.requireNonNull(rule, "rule");
        Shape shape = Shape.of(first, from);
        List<EventTime> found = new ArrayList<>();
        Days days = Days.of(rule, shape.firstDay(), from.toLocalDate().minusDays(SLACK_DAYS));
        while (days.hasNext()) {
            LocalDate day = days.next();
            Instant start = shape.start(day);
            if (isBeyond(rule.end(), shape, day) || !start.isBefore(to.toInstant())) {
                return new Expansion(found, true);
            }
            if (start.isBefore(from.toInstant())) {
                continue;
            }
            if (found.size() == most) {
                return new Expansion(found, false);
            }
            found.add(shape.on(day));
        }
        return new Expansion(found, days.isExhausted());
    }

    private static boolean isBeyond(Recurrence.End end, Shape shape, LocalDate day) {
        if (end instanceof Recurrence.End.UntilDay until) {
            return day.isAfter(until.day());
        }
        return end instanceof Recurrence.End.UntilMoment until && shape.isAfter(day, until.moment());
    }

    /** What all occurrences of a series have in common. */
    private sealed interface Shape {

        static Shape of(EventTime first, ZonedDateTime range) {
            return first instanceof EventTime.AllDay allDay
                    ? new WholeDays(allDay, range)
                    : new TimeOfDay((EventTime.Timed) first);
        }

        LocalDate firstDay();

        /** When the occurrence of a day starts. */
        Instant start(LocalDate day);

        boolean isAfter(LocalDate day, Instant moment);

        EventTime on(LocalDate day);

        record WholeDays(EventTime.AllDay first, ZonedDateTime range) implements Shape {
            @Override
            public LocalDate firstDay() {
                return first.firstDay();
            }

            @Override
            public Instant start(LocalDate day) {
                return day.atStartOfDay(range.getZone()).toInstant();
            }

            @Override
            public boolean isAfter(LocalDate day, Instant moment) {
                return day.isAfter(moment.atZone(ZoneOffset.UTC).toLocalDate());
            }

            @Override
            public EventTime on(LocalDate day) {
                long days = ChronoUnit.DAYS.between(first.firstDay(), first.endDay());
                return new EventTime.AllDay(day, day.plusDays(days));
            }
        }

        record TimeOfDay(EventTime.Timed first) implements Shape {
            @Override
            public LocalDate firstDay() {
                return first.start().toLocalDate();
            }

            @Override
            public Instant start(LocalDate day) {
                return moment(day).toInstant();
            }

            @Override
            public boolean isAfter(LocalDate day, Instant moment) {
                // An end in whole seconds includes an occurrence that starts within that second.
                return start(day).truncatedTo(ChronoUnit.SECONDS).isAfter(moment);
            }

            @Override
            public EventTime on(LocalDate day) {
                ZonedDateTime start = moment(day);
                Duration length = Duration.between(first.start(), first.end());
                return new EventTime.Timed(
                        start,
                        start.plus(length).withZoneSameInstant(first.end().getZone()));
            }

            private ZonedDateTime moment(LocalDate day) {
                // The first one is given: its clock time may be the later one of an hour that comes twice.
                return day.equals(firstDay())
                        ? first.start()
                        : day.atTime(first.start().toLocalTime())
                                .atZone(first.start().getZone());
            }
        }
    }
}
