package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.item.SeriesIntent;
import io.github.crosstie.internal.exchange.Occurrences;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Series whose change takes several requests, and so may have stopped half-way; and what people did to them meanwhile. */
final class SeriesHalfWay {

    private SeriesHalfWay() {}

    /**
     * Whether a change takes several requests.
     *
     * @param changesItem whether there is something to change in the series' own item
     */
    static boolean takesSeveral(Item is, Item toBe, boolean changesItem) {
        if (!sameRule(is, toBe)) {
            // The server forgets what occurrences have of their own, or some of it.
            return hasOccurrences(is) || hasOccurrences(toBe);
        }
        int requests = SeriesUpdate.toCancel(is, toBe).size()
                + SeriesUpdate.toChange(is, toBe).size()
                + (changesItem ? 1 : 0);
        return requests > 1 || SeriesUpdate.bringsBack(is, toBe);
    }

    private static boolean sameRule(Item one, Item other) {
        return one.get(EventFields.TIME).equals(other.get(EventFields.TIME))
                && one.get(EventFields.RECURRENCE).equals(other.get(EventFields.RECURRENCE));
    }

    private static boolean hasOccurrences(Item series) {
        return !SeriesUpdate.cancelled(series).isEmpty()
                || !SeriesUpdate.exceptions(series).isEmpty();
    }

    /** The changed fields, and time and rule besides if the series has others than it is to have. */
    static Map<Field<?>, @Nullable Object> withRule(Map<Field<?>, @Nullable Object> changed, Item is, Item toBe) {
        Map<Field<?>, @Nullable Object> all = new LinkedHashMap<>(changed);
        for (Field<?> field : List.of(EventFields.TIME, EventFields.RECURRENCE)) {
            if (!is.get(field).equals(toBe.get(field))) {
                all.put(field, toBe.value(field));
            }
        }
        return all;
    }

    /**
     * What people did to the occurrences of a series since a change of it stopped half-way: whatever is neither as before
     * the change nor as after it.
     */
    static Item doings(Item is, SeriesIntent begun) {
        SortedSet<OriginalStart> cancelled =
                new TreeSet<>(SeriesUpdate.cancelled(is).starts());
        cancelled.removeAll(SeriesUpdate.cancelled(begun.before()).starts());
        cancelled.removeAll(SeriesUpdate.cancelled(begun.wanted()).starts());
        SortedMap<OriginalStart, OccurrenceException> changed =
                new TreeMap<>(SeriesUpdate.exceptions(is).byStart());
        changed.entrySet()
                .removeAll(SeriesUpdate.exceptions(begun.before()).byStart().entrySet());
        if (sameRule(is, begun.wanted())) {
            changed.keySet().retainAll(SeriesUpdate.toChange(is, begun.done(is)).keySet());
        }
        return Item.event()
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(cancelled))
                .set(EventFields.EXCEPTIONS, OccurrenceExceptions.of(changed))
                .build();
    }

    /** A series with what people did to its occurrences, as far as its rule gives them. */
    static Item withDoings(Item series, Item doings) {
        if (series.get(EventFields.RECURRENCE).isEmpty() || !hasOccurrences(doings)) {
            return series;
        }
        Occurrences occurrences = Occurrences.of(series);
        CancelledOccurrences cancelled = SeriesUpdate.cancelled(series);
        for (OriginalStart start : SeriesUpdate.cancelled(doings).starts()) {
            cancelled = occurrences.place(start).isPresent() ? cancelled.with(start) : cancelled;
        }
        OccurrenceExceptions exceptions = SeriesUpdate.exceptions(series);
        for (Map.Entry<OriginalStart, OccurrenceException> doing :
                SeriesUpdate.exceptions(doings).byStart().entrySet()) {
            if (occurrences.place(doing.getKey()).isPresent()) {
                exceptions = exceptions.with(doing.getKey(), doing.getValue());
            }
        }
        return series.toBuilder()
                .set(EventFields.CANCELLED_OCCURRENCES, cancelled)
                .set(EventFields.EXCEPTIONS, exceptions)
                .build();
    }
}
