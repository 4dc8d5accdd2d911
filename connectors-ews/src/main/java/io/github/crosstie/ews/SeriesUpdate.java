package io.github.crosstie.ews;

import io.github.crosstie.ews.item.Occurrences;
import io.github.crosstie.ews.item.SeriesIntent;
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
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is between a series as it is and as it is to be, occurrence by occurrence. Pure. */
final class SeriesUpdate {

    private SeriesUpdate() {}

    /** Time and rule after a change, without what occurrences have of their own. */
    static Item rule(Item before, Map<Field<?>, @Nullable Object> changed) {
        Item.Builder rule = Item.event();
        for (Field<?> field : List.of(EventFields.TIME, EventFields.RECURRENCE)) {
            rule.put(field, changed.containsKey(field) ? changed.get(field) : before.value(field));
        }
        return rule.build();
    }

    /**
     * The item after a change. Occurrences that the new rule does not give go with the old one, unless the change names
     * them.
     */
    static Item after(Item before, Map<Field<?>, @Nullable Object> changed) {
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

    static CancelledOccurrences cancelled(Item series) {
        return series.get(EventFields.CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
    }

    static OccurrenceExceptions exceptions(Item series) {
        return series.get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
    }

    /** The occurrences that are to be cancelled and are not. */
    static SortedSet<OriginalStart> toCancel(Item is, Item toBe) {
        SortedSet<OriginalStart> starts = new TreeSet<>(cancelled(toBe).starts());
        starts.removeAll(cancelled(is).starts());
        return starts;
    }

    /** Whether an occurrence is cancelled that is to take place: the server brings none back by itself. */
    static boolean bringsBack(Item is, Item toBe) {
        return !cancelled(toBe).starts().containsAll(cancelled(is).starts());
    }

    /** The fields of each occurrence that are to be others than they are; null for one that is to have no value. */
    static SortedMap<OriginalStart, Map<Field<?>, @Nullable Object>> toChange(Item is, Item toBe) {
        Occurrences occurrences = Occurrences.of(toBe);
        SortedSet<OriginalStart> starts = new TreeSet<>(exceptions(is).byStart().keySet());
        starts.addAll(exceptions(toBe).byStart().keySet());
        starts.removeAll(cancelled(toBe).starts());
        SortedMap<OriginalStart, Map<Field<?>, @Nullable Object>> changes = new TreeMap<>();
        for (OriginalStart start : starts) {
            Item from = occurrence(is, start, occurrences);
            Item to = occurrence(toBe, start, occurrences);
            Map<Field<?>, @Nullable Object> changed = new LinkedHashMap<>();
            for (Field<?> field : EventFields.ALL) {
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
     * Whether a change takes several requests.
     *
     * @param changesItem whether there is something to change in the series' own item
     */
    static boolean takesSeveral(Item is, Item toBe, boolean changesItem) {
        if (!sameRule(is, toBe)) {
            // The server forgets what occurrences have of their own, or some of it.
            return hasOccurrences(is) || hasOccurrences(toBe);
        }
        int requests = toCancel(is, toBe).size() + toChange(is, toBe).size() + (changesItem ? 1 : 0);
        return requests > 1 || bringsBack(is, toBe);
    }

    private static boolean sameRule(Item one, Item other) {
        return one.get(EventFields.TIME).equals(other.get(EventFields.TIME))
                && one.get(EventFields.RECURRENCE).equals(other.get(EventFields.RECURRENCE));
    }

    private static boolean hasOccurrences(Item series) {
        return !cancelled(series).isEmpty() || !exceptions(series).isEmpty();
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
        SortedSet<OriginalStart> cancelled = new TreeSet<>(cancelled(is).starts());
        cancelled.removeAll(cancelled(begun.before()).starts());
        cancelled.removeAll(cancelled(begun.wanted()).starts());
        SortedMap<OriginalStart, OccurrenceException> changed =
                new TreeMap<>(exceptions(is).byStart());
        changed.entrySet().removeAll(exceptions(begun.before()).byStart().entrySet());
        if (sameRule(is, begun.wanted())) {
            changed.keySet().retainAll(toChange(is, begun.done(is)).keySet());
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
        CancelledOccurrences cancelled = cancelled(series);
        for (OriginalStart start : cancelled(doings).starts()) {
            cancelled = occurrences.place(start).isPresent() ? cancelled.with(start) : cancelled;
        }
        OccurrenceExceptions exceptions = exceptions(series);
        for (Map.Entry<OriginalStart, OccurrenceException> doing :
                exceptions(doings).byStart().entrySet()) {
            if (occurrences.place(doing.getKey()).isPresent()) {
                exceptions = exceptions.with(doing.getKey(), doing.getValue());
            }
        }
        return series.toBuilder()
                .set(EventFields.CANCELLED_OCCURRENCES, cancelled)
                .set(EventFields.EXCEPTIONS, exceptions)
                .build();
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
