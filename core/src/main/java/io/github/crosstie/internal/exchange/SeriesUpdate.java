package io.github.crosstie.internal.exchange;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is between a series as it is and as it is to be, occurrence by occurrence. Immutable values in and out. */
public final class SeriesUpdate {

    private SeriesUpdate() {}

    /**
     * Time and rule after a change, without what occurrences have of their own.
     *
     * @param before the series before
     * @param changed the changed fields; null clears one
     * @return an event with a time and a rule
     */
    public static Item rule(Item before, Map<Field<?>, @Nullable Object> changed) {
        Item.Builder rule = Item.event();
        for (Field<?> field : List.of(EventFields.TIME, EventFields.RECURRENCE)) {
            rule.put(field, changed.containsKey(field) ? changed.get(field) : before.value(field));
        }
        return rule.build();
    }

    /**
     * The item after a change. Occurrences that the new rule does not give go with the old one, unless the change names
     * them.
     *
     * @param before the series before
     * @param changed the changed fields; null clears one
     * @return the series afterwards
     */
    public static Item after(Item before, Map<Field<?>, @Nullable Object> changed) {
        Item.Builder after = before.toBuilder();
        changed.forEach(after::put);
        Item item = after.build();
        if (item.get(EventFields.RECURRENCE).isEmpty()) {
            return after.clear(EventFields.CANCELLED_OCCURRENCES)
                    .clear(EventFields.EXCEPTIONS)
                    .build();
        }
        if (!changed.containsKey(EventFields.TIME) && !changed.containsKey(EventFields.RECURRENCE)) {
            return item;
        }
        Occurrences occurrences = Occurrences.of(item);
        if (!changed.containsKey(EventFields.CANCELLED_OCCURRENCES)) {
            SortedSet<OriginalStart> starts = new TreeSet<>(cancelled(item).starts());
            starts.removeIf(start -> occurrences.place(start).isEmpty());
            after.set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(starts));
        }
        if (!changed.containsKey(EventFields.EXCEPTIONS)) {
            SortedMap<OriginalStart, OccurrenceException> exceptions =
                    new TreeMap<>(exceptions(item).byStart());
            exceptions.keySet().removeIf(start -> occurrences.place(start).isEmpty());
            after.set(EventFields.EXCEPTIONS, OccurrenceExceptions.of(exceptions));
        }
        return after.build();
    }

    /**
     * The cancelled occurrences of a series.
     *
     * @param series the series
     * @return none if it says nothing of them
     */
    public static CancelledOccurrences cancelled(Item series) {
        return series.get(EventFields.CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
    }

    /**
     * The exceptions of a series.
     *
     * @param series the series
     * @return none if it says nothing of them
     */
    public static OccurrenceExceptions exceptions(Item series) {
        return series.get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
    }

    /**
     * The occurrences that are to be cancelled and are not.
     *
     * @param is the series as it is
     * @param toBe the series as it is to be
     * @return their original starts
     */
    public static SortedSet<OriginalStart> toCancel(Item is, Item toBe) {
        SortedSet<OriginalStart> starts = new TreeSet<>(cancelled(toBe).starts());
        starts.removeAll(cancelled(is).starts());
        return starts;
    }

    /**
     * Whether an occurrence is cancelled that is to take place: the server brings none back by itself.
     *
     * @param is the series as it is
     * @param toBe the series as it is to be
     * @return true if the rule must be written anew
     */
    public static boolean bringsBack(Item is, Item toBe) {
        return !cancelled(toBe).starts().containsAll(cancelled(is).starts());
    }

    /**
     * The fields of each occurrence that are to be others than they are.
     *
     * @param is the series as it is
     * @param toBe the series as it is to be
     * @return the fields by original start; null for one that is to have no value
     */
    public static SortedMap<OriginalStart, Map<Field<?>, @Nullable Object>> toChange(Item is, Item toBe) {
        Occurrences occurrences = Occurrences.of(toBe);
        SortedSet<OriginalStart> starts = new TreeSet<>(exceptions(is).byStart().keySet());
        starts.addAll(exceptions(toBe).byStart().keySet());
        starts.removeAll(cancelled(toBe).starts());
        SortedMap<OriginalStart, Map<Field<?>, @Nullable Object>> changes = new TreeMap<>();
        for (OriginalStart start : starts) {
            Item from = occurrence(is, start, occurrences);
            Item to = occurrence(toBe, start, occurrences);
            Map<Field<?>, @Nullable Object> changed = new LinkedHashMap<>();
            for (Field<?> field : EventFields.STANDARD) {
                if (!Objects.equals(from.value(field), to.value(field))) {
                    changed.put(field, to.value(field));
                }
            }
            if (!changed.isEmpty()) {
                changes.put(start, changed);
            }
        }
        return changes;
    }

    /**
     * What an occurrence has of its own.
     *
     * @param series the series
     * @param start the occurrence's original start
     * @param occurrence its values as they were read, all of them
     * @return the fields in which it differs from what the series gives it
     */
    public static OccurrenceException exception(Item series, OriginalStart start, Item occurrence) {
        EventTime first = series.get(EventFields.TIME).orElseThrow();
        Item inherited = series.toBuilder()
                .set(EventFields.TIME, Occurrences.at(first, day(start)))
                .build();
        OccurrenceException exception = OccurrenceException.of(Item.event().build());
        for (Field<?> field : EventFields.STANDARD) {
            Object value = occurrence.value(field);
            if (!field.type().makesSeries() && !Objects.equals(value, inherited.value(field))) {
                exception = exception.with(field, value);
            }
        }
        return exception;
    }

    /**
     * What a mailbox holds of exceptions.
     *
     * @param exceptions exceptions
     * @param projection what it holds of the values of each field
     * @return the exceptions as they are read back
     */
    public static OccurrenceExceptions projected(OccurrenceExceptions exceptions, Projection projection) {
        SortedMap<OriginalStart, OccurrenceException> held = new TreeMap<>();
        exceptions.byStart().forEach((start, exception) -> {
            OccurrenceException projected = new OccurrenceException(Item.event().build(), exception.cleared());
            for (Map.Entry<Field<?>, Object> changed :
                    exception.changed().values().entrySet()) {
                projected = projected.with(changed.getKey(), projection.project(changed.getKey(), changed.getValue()));
            }
            held.put(start, projected);
        });
        return new OccurrenceExceptions(held);
    }

    private static LocalDate day(OriginalStart start) {
        return start instanceof OriginalStart.OnDay onDay
                ? onDay.day()
                : ((OriginalStart.At) start).moment().toLocalDate();
    }

    private static Item occurrence(Item series, OriginalStart start, Occurrences occurrences) {
        Item inherited = series.toBuilder()
                .set(EventFields.TIME, occurrences.time(start))
                .build();
        return exceptions(series)
                .get(start)
                .orElse(OccurrenceException.of(Item.event().build()))
                .appliedTo(inherited);
    }
}
