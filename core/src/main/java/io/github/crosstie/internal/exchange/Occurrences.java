package io.github.crosstie.internal.exchange;

import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OriginalStart;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Which occurrences a series has, as Exchange counts them. Immutable, thread-safe. */
public final class Occurrences {

    private final EventTime first;
    private final WireRecurrence recurrence;

    private Occurrences(EventTime first, WireRecurrence recurrence) {
        this.first = first;
        this.recurrence = recurrence;
    }

    /**
     * The occurrences of a series.
     *
     * @param series an event with a time and a rule
     * @return its occurrences
     * @throws IllegalArgumentException if Exchange cannot hold it; ask {@link SeriesCheck#cannotExpress} first
     */
    public static Occurrences of(Item series) {
        try {
            return expressed(series);
        } catch (InexpressibleException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static Occurrences expressed(Item series) throws InexpressibleException {
        EventTime first = series.get(EventFields.TIME)
                .orElseThrow(() -> new InexpressibleException("the series has no time; give it one"));
        return new Occurrences(
                first, RuleWriter.write(series.get(EventFields.RECURRENCE).orElseThrow(), first));
    }

    /**
     * The rule as Exchange has it.
     *
     * @return pattern and range
     */
    public WireRecurrence recurrence() {
        return recurrence;
    }

    /**
     * The place of an occurrence.
     *
     * @param start when the rule has it start
     * @return its place, counted from 1, cancelled occurrences included; empty if the rule gives no such occurrence
     */
    public OptionalInt place(OriginalStart start) {
        LocalDate day = day(start);
        if (start instanceof OriginalStart.OnDay != first instanceof EventTime.AllDay
                || !OriginalStart.of(time(day)).equals(start)) {
            return OptionalInt.empty();
        }
        int place = 1;
        for (Iterator<LocalDate> days = recurrence.days().iterator(); days.hasNext(); place++) {
            LocalDate next = days.next();
            if (!next.isBefore(day)) {
                return next.equals(day) ? OptionalInt.of(place) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /**
     * When an occurrence takes place unless it was moved.
     *
     * @param start when the rule has it start
     * @return its time
     */
    public EventTime time(OriginalStart start) {
        return time(day(start));
    }

    private LocalDate day(OriginalStart start) {
        if (start instanceof OriginalStart.OnDay onDay) {
            return onDay.day();
        }
        ZonedDateTime moment = ((OriginalStart.At) start).moment();
        return first instanceof EventTime.Timed timed
                ? moment.withZoneSameInstant(timed.start().getZone()).toLocalDate()
                : moment.toLocalDate();
    }

    private EventTime time(LocalDate day) {
        return at(first, day);
    }

    /**
     * The time of a day's occurrence: as the first one's by the clock, and as long as it.
     *
     * @param first the time of the first occurrence
     * @param day the day, in the zone of the first one's start
     * @return the time
     */
    public static EventTime at(EventTime first, LocalDate day) {
        if (first instanceof EventTime.AllDay days) {
            return new EventTime.AllDay(day, day.plusDays(ChronoUnit.DAYS.between(days.firstDay(), days.endDay())));
        }
        EventTime.Timed timed = (EventTime.Timed) first;
        if (day.equals(timed.start().toLocalDate())) {
            return timed;
        }
        ZoneId zone = timed.start().getZone();
        ZonedDateTime start = day.atTime(timed.start().toLocalTime()).atZone(zone);
        ZonedDateTime end = start.plus(Duration.between(timed.start(), timed.end()));
        return new EventTime.Timed(start, end.withZoneSameInstant(timed.end().getZone()));
    }

    /** The days of occurrences around one: that before, if there is one, and that after, if there is one. */
    Stream<LocalDate> neighbours(OriginalStart start) {
        LocalDate day = day(start);
        LocalDate before = null;
        for (Iterator<LocalDate> days = recurrence.days().iterator(); days.hasNext(); ) {
            LocalDate next = days.next();
            if (next.isAfter(day)) {
                return before == null ? Stream.of(next) : Stream.of(before, next);
            }
            before = next.isBefore(day) ? next : before;
        }
        return Stream.ofNullable(before);
    }
}
