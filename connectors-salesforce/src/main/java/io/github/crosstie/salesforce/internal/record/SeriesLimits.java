package io.github.crosstie.salesforce.internal.record;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which series Salesforce's API can hold (S6). */
final class SeriesLimits {

    /** With the series itself, as many as one transaction takes. */
    static final int OWN_OCCURRENCES = 24;

    private static final int PATTERN_LENGTH = 512;

    private final EventSeries series;
    private final boolean hasMarks;

    SeriesLimits(EventSeries series, boolean hasMarks) {
        this.series = series;
        this.hasMarks = hasMarks;
    }

    Optional<String> cannotExpress(Item item) {
        Optional<Recurrence> rule = item.get(EventFields.RECURRENCE);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        if (rule.get().end() instanceof Recurrence.End.Never) {
            return Optional.of("the series never ends, and Salesforce's series have an end; give it one");
        }
        if (EventSeries.pattern(rule.get()).length() > PATTERN_LENGTH) {
            return Optional.of("the series' rule is longer than Salesforce takes; make it simpler");
        }
        EventTime first = item.get(EventFields.TIME).orElseThrow();
        if (first instanceof EventTime.Timed timed
                && !series.isOwners(timed.start().getZone())) {
            return Optional.of("the series takes place in another time zone than its owner's, in which Salesforce's"
                    + " events are told; move it to the owner's");
        }
        if (!isOf(rule.get(), EventSeries.day(first))) {
            return Optional.of("the series begins on a day that its rule does not give; begin it on one that it does");
        }
        try {
            return ofOccurrences(item, series.slots(item));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> ofOccurrences(Item item, SortedMap<OriginalStart, EventTime> slots) {
        CancelledOccurrences cancelled =
                item.get(EventFields.CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
        OccurrenceExceptions exceptions = item.get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
        SortedSet<OriginalStart> own = new TreeSet<>(cancelled.starts());
        own.addAll(exceptions.byStart().keySet());
        if (!slots.keySet().containsAll(own)) {
            return Optional.of("an occurrence is cancelled or changed that the series' rule does not give; undo that");
        }
        if (!own.isEmpty() && !hasMarks) {
            return Optional.of("occurrences of the series are cancelled or changed, which takes two steps; give the"
                    + " organization a field for marks, so that nobody sees the series between them");
        }
        if (own.size() > OWN_OCCURRENCES) {
            return Optional.of("more than " + OWN_OCCURRENCES + " occurrences of the series are cancelled or changed,"
                    + " more than Salesforce takes at once; split the series");
        }
        return isTold(slots, cancelled, exceptions)
                ? Optional.empty()
                : Optional.of("an occurrence was moved nearer to another one that is moved or cancelled, and Salesforce"
                        + " does not tell from where it was moved; move it back, or cancel it and add an event");
    }

    /** Whether every occurrence would be read back as the one that it is. */
    private static boolean isTold(
            SortedMap<OriginalStart, EventTime> slots,
            CancelledOccurrences cancelled,
            OccurrenceExceptions exceptions) {
        List<OriginalStart> originals = new ArrayList<>();
        List<OriginalStart> starts = new ArrayList<>();
        slots.forEach((original, usual) -> {
            if (!cancelled.contains(original)) {
                Optional<EventTime> own = exceptions
                        .get(original)
                        .map(OccurrenceException::changed)
                        .flatMap(changed -> changed.get(EventFields.TIME));
                originals.add(original);
                starts.add(OriginalStart.of(own.isPresent() ? own.get() : usual));
            }
        });
        Map<Integer, OriginalStart> placed = Placement.place(slots.keySet(), starts);
        for (int at = 0; at < originals.size(); at++) {
            if (!originals.get(at).equals(placed.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a rule gives a day, as far as its parts tell without counting. */
    private static boolean isOf(Recurrence rule, LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        int fromEnd = day.getDayOfMonth() - day.lengthOfMonth() - 1;
        return (rule.byMonth().isEmpty() || rule.byMonth().contains(day.getMonthValue()))
                && (rule.byMonthDay().isEmpty()
                        || rule.byMonthDay().contains(day.getDayOfMonth())
                        || rule.byMonthDay().contains(fromEnd))
                && (rule.byDay().isEmpty() || rule.byDay().stream().anyMatch(named -> named.day() == weekday));
    }
}
