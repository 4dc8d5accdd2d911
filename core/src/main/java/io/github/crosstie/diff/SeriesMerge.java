package io.github.crosstie.diff;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Series;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges what two sides say about the single occurrences of one series (S6), each by itself.
 *
 * <p>Where the merge gives a side another rule or another time of the series, whatever that side says about starts that are no
 * occurrences any more is dropped, for the system there could not keep it; nothing of it goes unsaid.
 */
final class SeriesMerge {

    private final SeriesRules rules;
    private final Views base;
    private final Views current;
    private final Map<Side, SortedMap<OriginalStart, Occurrence>> after = new EnumMap<>(Side.class);
    private final Map<Side, SortedMap<OriginalStart, Occurrence>> seen = new EnumMap<>(Side.class);
    private final List<FieldConflict> conflicts = new ArrayList<>();

    SeriesMerge(ThreeWayMerge merge, SeriesRules rules, Views base, Views current, Side winner) {
        this.rules = rules;
        this.base = base;
        this.current = current;
        SortedSet<OriginalStart> starts = new TreeSet<>();
        for (Side side : Side.values()) {
            after.put(side, rules.occurrences(side, current.on(side)));
            seen.put(side, rules.occurrences(side, base.on(side)));
            starts.addAll(after(side).keySet());
            starts.addAll(seen(side).keySet());
        }
        Map<Side, SortedMap<OriginalStart, Occurrence>> now = copy(after);
        Map<Side, SortedMap<OriginalStart, Occurrence>> before = copy(seen);
        for (OriginalStart start : starts) {
            OccurrenceMerge one = new OccurrenceMerge(merge, rules, winner, start, at(start, before), at(start, now));
            for (Side side : Side.values()) {
                after(side).compute(start, (key, held) -> orNull(one.applied(side, orAsRuled(held))));
                seen(side).compute(start, (key, held) -> orNull(one.applied(side, orAsRuled(held))));
            }
            conflicts.addAll(one.conflicts());
        }
    }

    /** Drops on a side what its new rule or its new time leaves without an occurrence. */
    void adaptTo(Side side, Item changed, RecurrenceExpander expander) {
        if (!rules.flowsFrom(side.other())) {
            return;
        }
        Object rule =
                rules.recurrence().map(field -> changed.value(field.on(side))).orElse(null);
        Object time = rules.time().map(field -> changed.value(field.on(side))).orElse(null);
        for (OriginalStart start : List.copyOf(after(side).keySet())) {
            if (!isOccurrence(time, rule, start, expander)) {
                after(side).remove(start);
                seen(side).remove(start);
            }
        }
        rules.occurrences(side, current.on(side)).forEach((start, lost) -> {
            if (!after(side).containsKey(start)) {
                tell(side, start, lost);
            }
        });
    }

    private static boolean isOccurrence(
            @Nullable Object time, @Nullable Object rule, OriginalStart start, RecurrenceExpander expander) {
        if (rule instanceof Recurrence recurrence && time instanceof EventTime first) {
            return new Series(first, recurrence, CancelledOccurrences.NONE, new TreeMap<>())
                    .isOccurrence(expander, start);
        }
        // Without a rule there is no occurrence; without a time nobody can tell.
        return rule != null;
    }

    private void tell(Side side, OriginalStart start, Occurrence lost) {
        FieldConflict conflict = OccurrenceMerge.conflict(
                rules,
                side,
                start,
                lost,
                new Occurrence.AsRuled(),
                orAsRuled(rules.occurrences(side, base.on(side)).get(start)));
        if (!conflicts.contains(conflict)) {
            conflicts.add(conflict);
        }
    }

    /** Whether a side gets anything of a field that is merged by occurrence. */
    boolean changes(FieldRule rule, Side side) {
        // An occurrence that is cancelled and excepted counts as cancelled: that alone is nothing to write.
        return !Objects.equals(merged(rule, side), value(rule, rules.occurrences(side, current.on(side))));
    }

    /** What it gets; null if nothing is left. */
    @Nullable
    Object merged(FieldRule rule, Side side) {
        return value(rule, after(side));
    }

    /** What counts as seen of it on that side once it was given that. */
    @Nullable
    Object mergedBase(FieldRule rule, Side side) {
        return value(rule, seen(side));
    }

    List<FieldConflict> conflicts() {
        return conflicts;
    }

    private @Nullable Object value(FieldRule rule, SortedMap<OriginalStart, Occurrence> occurrences) {
        if (rules.isExceptions(rule)) {
            OccurrenceExceptions exceptions = SeriesRules.exceptions(occurrences);
            return exceptions.isEmpty() ? null : exceptions;
        }
        CancelledOccurrences cancelled = SeriesRules.cancelled(occurrences);
        return cancelled.isEmpty() ? null : cancelled;
    }

    private static Map<Side, SortedMap<OriginalStart, Occurrence>> copy(
            Map<Side, SortedMap<OriginalStart, Occurrence>> all) {
        Map<Side, SortedMap<OriginalStart, Occurrence>> copy = new EnumMap<>(Side.class);
        all.forEach((side, occurrences) -> copy.put(side, new TreeMap<>(occurrences)));
        return copy;
    }

    private static Map<Side, Occurrence> at(OriginalStart start, Map<Side, SortedMap<OriginalStart, Occurrence>> all) {
        Map<Side, Occurrence> at = new EnumMap<>(Side.class);
        all.forEach((side, occurrences) -> at.put(side, orAsRuled(occurrences.get(start))));
        return at;
    }

    private static Occurrence orAsRuled(@Nullable Occurrence occurrence) {
        return Objects.requireNonNullElseGet(occurrence, Occurrence.AsRuled::new);
    }

    private static @Nullable Occurrence orNull(Occurrence occurrence) {
        return occurrence instanceof Occurrence.AsRuled ? null : occurrence;
    }

    private SortedMap<OriginalStart, Occurrence> after(Side side) {
        return Objects.requireNonNull(after.get(side));
    }

    private SortedMap<OriginalStart, Occurrence> seen(Side side) {
        return Objects.requireNonNull(seen.get(side));
    }
}
