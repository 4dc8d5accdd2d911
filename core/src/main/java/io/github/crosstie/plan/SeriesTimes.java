package io.github.crosstie.plan;

import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Series;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When a series takes place: by its rule less what is cancelled, and its moved occurrences at their own times (S11, S23). */
final class SeriesTimes {

    private static final Set<Field<?>> TIMES = Set.of(EventFields.TIME, EventFields.RECURRENCE);

    private final StandardFields fields;
    private final List<FieldRule> rules;
    private final RecurrenceExpander expander;

    SeriesTimes(StandardFields fields, List<FieldRule> rules, RecurrenceExpander expander) {
        this.fields = fields;
        this.rules = rules;
        this.expander = expander;
    }

    /** The series that a record of either side is; empty for a single event. */
    Optional<Series> of(Item item) {
        return value(item, EventFields.TIME, EventTime.class)
                .flatMap(first -> value(item, EventFields.RECURRENCE, Recurrence.class)
                        .map(rule -> new Series(first, rule, cancelled(item), moved(item))));
    }

    private CancelledOccurrences cancelled(Item item) {
        return value(item, EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.class)
                .orElse(CancelledOccurrences.NONE);
    }

    private SortedMap<OriginalStart, EventTime> moved(Item item) {
        SortedMap<OriginalStart, EventTime> moved = new TreeMap<>();
        value(item, EventFields.EXCEPTIONS, OccurrenceExceptions.class)
                .orElse(OccurrenceExceptions.NONE)
                .byStart()
                .forEach((start, exception) -> value(exception.changed(), EventFields.TIME, EventTime.class)
                        .ifPresent(time -> moved.put(start, time)));
        return moved;
    }

    /** The CRM's record alone has the field that is mapped to the standard one. */
    private <T> Optional<T> value(Item item, Field<T> standard, Class<T> type) {
        return fields.value(Side.CRM, item, standard)
                .or(() -> fields.value(Side.MAIL, item, standard))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /**
     * Whether nobody knows when a record takes place, because only digests of that are kept. What was last seen of a field that is off
     * stays forever, and says nothing about today.
     */
    boolean isUnknown(Item item) {
        return rules.stream()
                .filter(rule -> rule.isOn() && TIMES.contains(rule.mail()))
                .anyMatch(rule ->
                        Stream.of(Side.values()).anyMatch(side -> item.value(rule.on(side)) instanceof HashedValue));
    }

    /** Whether an occurrence may touch a range, or one that was moved meets a condition. */
    boolean touches(Series series, ZonedDateTime from, ZonedDateTime to, Predicate<EventTime> moved) {
        return mayHave(series.unmoved(expander, from.minus(length(series.first())), to))
                || series.moved().values().stream().anyMatch(moved);
    }

    /** Whether an occurrence may start after a moment. */
    boolean isAfter(Series series, ZonedDateTime moment, Predicate<EventTime> moved) {
        return mayHave(series.unmovedFrom(expander, moment.plusNanos(1)))
                || series.moved().values().stream().anyMatch(moved);
    }

    /** The next occurrences from a moment on, one of them where the rule has it, and all that were moved. */
    Stream<EventTime> next(Series series, ZonedDateTime moment) {
        return Stream.concat(
                series.unmovedFrom(expander, moment).occurrences().stream().limit(1), series.moved().values().stream());
    }

    private static boolean mayHave(Expansion expansion) {
        return !expansion.occurrences().isEmpty() || !expansion.complete();
    }

    private static TemporalAmount length(EventTime time) {
        if (time instanceof EventTime.AllDay allDay) {
            // The day on which it starts is its first one already.
            return Period.ofDays((int) ChronoUnit.DAYS.between(allDay.firstDay(), allDay.endDay()) - 1);
        }
        EventTime.Timed timed = (EventTime.Timed) time;
        return Duration.between(timed.start(), timed.end());
    }
}
