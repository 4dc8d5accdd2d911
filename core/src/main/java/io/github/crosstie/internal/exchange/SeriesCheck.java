package io.github.crosstie.internal.exchange;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether Exchange can hold a series with all that its occurrences have of their own (S6). Immutable, thread-safe. */
public final class SeriesCheck {

    /** Occurrences are compared with the next one for so long. */
    private static final int LOOKED_AT = 60;

    private final WindowsZones zones;

    /**
     * A check.
     *
     * @param zones the table of zones
     */
    public SeriesCheck(WindowsZones zones) {
        this.zones = zones;
    }

    /**
     * Why Exchange cannot hold an event.
     *
     * @param item its values
     * @return the reason and what to do; empty if it can, as it can any event that is no series
     */
    public Optional<String> cannotExpress(Item item) {
        if (item.get(EventFields.RECURRENCE).isEmpty()) {
            return Optional.empty();
        }
        try {
            check(item);
            return Optional.empty();
        } catch (InexpressibleException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private void check(Item series) throws InexpressibleException {
        Occurrences occurrences = Occurrences.expressed(series);
        EventTime first = series.get(EventFields.TIME).orElseThrow();
        if (first instanceof EventTime.Timed timed
                && zones.windowsId(timed.start().getZone()).isEmpty()) {
            throw new InexpressibleException(
                    "the series is in a time zone that Windows has no name for; choose one that is in use somewhere");
        }
        checkLength(occurrences, first);
        CancelledOccurrences cancelled =
                series.get(EventFields.CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
        for (OriginalStart start : cancelled.starts()) {
            require(occurrences, start);
        }
        OccurrenceExceptions exceptions = series.get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
        for (Map.Entry<OriginalStart, OccurrenceException> exception :
                exceptions.byStart().entrySet()) {
            if (!cancelled.contains(exception.getKey())) {
                require(occurrences, exception.getKey());
                checkMoved(occurrences, exception.getKey(), exception.getValue().changed());
            }
        }
    }

    private static void require(Occurrences occurrences, OriginalStart start) throws InexpressibleException {
        if (occurrences.place(start).isEmpty()) {
            throw new InexpressibleException(
                    "an occurrence of the series is cancelled or changed which its rule does not give; undo that");
        }
    }

    /** The server refuses occurrences that overlap the next one. */
    private static void checkLength(Occurrences occurrences, EventTime first) throws InexpressibleException {
        List<LocalDate> days = occurrences.recurrence().days().limit(LOOKED_AT).toList();
        for (int at = 1; at < days.size(); at++) {
            if (isAfter(Occurrences.at(first, days.get(at - 1)), Occurrences.at(first, days.get(at)))) {
                throw new InexpressibleException(
                        "the occurrences of the series last into the next one, which Exchange cannot hold; make them"
                                + " shorter");
            }
        }
    }

    private static boolean isAfter(EventTime one, EventTime next) {
        if (one instanceof EventTime.Timed timed && next instanceof EventTime.Timed following) {
            return timed.end().isAfter(following.start());
        }
        return one instanceof EventTime.AllDay days
                && next instanceof EventTime.AllDay following
                && days.endDay().isAfter(following.firstDay());
    }

    /** The server refuses to move an occurrence to or beyond the day of the one before or after it. */
    private static void checkMoved(Occurrences occurrences, OriginalStart start, Item changed)
            throws InexpressibleException {
        Optional<EventTime> time = changed.get(EventFields.TIME);
        if (time.isEmpty()) {
            return;
        }
        LocalDate to = RuleWriter.firstDay(time.get());
        LocalDate from = RuleWriter.firstDay(occurrences.time(start));
        boolean crosses = occurrences
                .neighbours(start)
                .anyMatch(day -> day.isBefore(from) ? !to.isAfter(day) : !to.isBefore(day));
        if (crosses) {
            throw new InexpressibleException(
                    "an occurrence of the series is moved to or beyond the day of another one: Exchange cannot hold that;"
                            + " move it elsewhere, or cancel it and make an event of its own");
        }
    }
}
