package io.github.crosstie.diff;

import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recalls what was last seen where only digests of it are kept: what did not change since is what its side holds now, and of what
 * changed the other side mostly still holds the former value. What neither holds stays hashed, and counts as another value.
 */
final class Recall {

    private final ThreeWayMerge merge;
    private final SeriesRules series;

    Recall(ThreeWayMerge merge, SeriesRules series) {
        this.merge = merge;
        this.series = series;
    }

    /** The bases, by what both sides hold now. */
    Views of(Views base, Views current) {
        return new Views(recalled(Side.CRM, base.crm(), current), recalled(Side.MAIL, base.mail(), current));
    }

    private Item recalled(Side side, Item base, Views current) {
        if (!base.isHashed()) {
            return base;
        }
        Item.Builder recalled = base.toBuilder();
        for (FieldRule rule : merge.rules()) {
            Field<?> field = rule.on(side);
            if (rule.isOn() && base.value(field) instanceof HashedValue hashed) {
                recalled.put(field, hashed.recalled(candidates(rule, side, current)));
            }
        }
        return recalled.build();
    }

    private List<@Nullable Object> candidates(FieldRule rule, Side side, Views current) {
        List<@Nullable Object> candidates = new ArrayList<>();
        addCandidates(rule, side, current, candidates);
        if (series.mergesByOccurrence(rule)) {
            // An occurrence that was cancelled may be an exception by now, and the other way round.
            series.cancelled().ifPresent(cancelled -> addCandidates(cancelled, side, current, candidates));
            series.exceptions().ifPresent(exceptions -> addCandidates(exceptions, side, current, candidates));
        }
        return candidates;
    }

    /** What the side holds (of attendees once more, by their addresses), what the other one holds, and what the side makes of that. */
    private void addCandidates(FieldRule rule, Side side, Views current, List<@Nullable Object> candidates) {
        Object across = current.on(side.other()).value(rule.on(side.other()));
        Object carried =
                across instanceof OccurrenceExceptions exceptions ? series.carriedTo(side, exceptions) : across;
        Object own = current.on(side).value(rule.on(side));
        candidates.add(own);
        if (EventFields.ATTENDEES.contains(rule.mail()) && own instanceof Set<?> attendees) {
            candidates.add(addresses(attendees));
        }
        candidates.add(carried);
        candidates.add(merge.project(side, rule.on(side), carried));
    }

    /** Who is spelled otherwise by now is still the same attendee: beyond the own place, a likeness stands for what was seen. */
    private static Set<?> addresses(Set<?> attendees) {
        return attendees.stream()
                .filter(attendee -> MailboxAddress.read((String) attendee) instanceof AddressReading.Usable)
                .collect(Collectors.toSet());
    }

    /** What can be told of a value: nothing where it stayed hashed. */
    static @Nullable Object told(@Nullable Object value) {
        if (value instanceof HashedValue) {
            return null;
        }
        if (value instanceof OccurrenceExceptions exceptions && isHashed(exceptions)) {
            OccurrenceExceptions told = told(exceptions);
            return told.isEmpty() ? null : told;
        }
        return value;
    }

    /** The exceptions without the fields whose values stayed hashed. */
    static OccurrenceExceptions told(OccurrenceExceptions exceptions) {
        SortedMap<OriginalStart, OccurrenceException> told = new TreeMap<>();
        exceptions.byStart().forEach((start, exception) -> {
            OccurrenceException known = exception;
            for (Field<?> field : hashed(exception).keySet()) {
                known = known.inheriting(field);
            }
            told.put(start, known);
        });
        return new OccurrenceExceptions(told);
    }

    /** Exceptions of which some fields were left out, with those fields as they were. */
    static OccurrenceExceptions untold(OccurrenceExceptions told, OccurrenceExceptions whole) {
        OccurrenceExceptions untold = told;
        for (Map.Entry<OriginalStart, OccurrenceException> one : whole.byStart().entrySet()) {
            OccurrenceException exception = untold.get(one.getKey())
                    .orElseGet(() -> OccurrenceException.of(
                            Item.builder(one.getValue().changed().kind()).build()));
            for (Map.Entry<Field<?>, Object> field : hashed(one.getValue()).entrySet()) {
                exception = exception.with(field.getKey(), field.getValue());
            }
            untold = untold.with(one.getKey(), exception);
        }
        return untold;
    }

    /** Whether values of single occurrences stayed hashed. */
    static boolean isHashed(OccurrenceExceptions exceptions) {
        return exceptions.byStart().values().stream()
                .anyMatch(exception -> exception.changed().isHashed());
    }

    private static Map<Field<?>, Object> hashed(OccurrenceException exception) {
        Map<Field<?>, Object> hashed = new TreeMap<>();
        exception.changed().values().forEach((field, value) -> {
            if (value instanceof HashedValue) {
                hashed.put(field, value);
            }
        });
        return hashed;
    }
}
