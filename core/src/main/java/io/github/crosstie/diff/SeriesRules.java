package io.github.crosstie.diff;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of the fields that make a series, as far as they are on, and of the fields that its occurrences can have. */
final class SeriesRules {

    private final @Nullable FieldRule time;
    private final @Nullable FieldRule recurrence;
    private final @Nullable FieldRule cancelled;
    private final @Nullable FieldRule exceptions;
    private final List<FieldRule> ofOccurrences;

    SeriesRules(List<FieldRule> rules) {
        time = find(rules, EventFields.TIME);
        recurrence = find(rules, EventFields.RECURRENCE);
        cancelled = find(rules, EventFields.CANCELLED_OCCURRENCES);
        exceptions = find(rules, EventFields.EXCEPTIONS);
        ofOccurrences = rules.stream()
                .filter(FieldRule::isOn)
                .filter(rule -> !rule.mail().type().makesSeries())
                .toList();
    }

    private static @Nullable FieldRule find(List<FieldRule> rules, Field<?> standard) {
        for (FieldRule rule : rules) {
            if (rule.isOn() && rule.mail().equals(standard)) {
                return rule;
            }
        }
        return null;
    }

    Optional<FieldRule> time() {
        return Optional.ofNullable(time);
    }

    Optional<FieldRule> recurrence() {
        return Optional.ofNullable(recurrence);
    }

    Optional<FieldRule> cancelled() {
        return Optional.ofNullable(cancelled);
    }

    Optional<FieldRule> exceptions() {
        return Optional.ofNullable(exceptions);
    }

    /** The rules of the fields that one occurrence can have of its own. */
    List<FieldRule> ofOccurrences() {
        return ofOccurrences;
    }

    /** Whether a field is merged occurrence by occurrence. */
    boolean mergesByOccurrence(FieldRule rule) {
        return rule.equals(cancelled) || rule.equals(exceptions);
    }

    boolean isExceptions(FieldRule rule) {
        return rule.equals(exceptions);
    }

    /** Whether what is done to single occurrences on a side flows to the other: everything of it, or nothing. */
    boolean flowsFrom(Side side) {
        return Stream.of(cancelled(), exceptions()).flatMap(Optional::stream).allMatch(rule -> rule.flowsFrom(side));
    }

    /** What a side says about its occurrences; one that it does not mention is as ruled. */
    SortedMap<OriginalStart, Occurrence> occurrences(Side side, Item item) {
        SortedMap<OriginalStart, Occurrence> occurrences = new TreeMap<>();
        if (exceptions != null && item.value(exceptions.on(side)) instanceof OccurrenceExceptions all) {
            all.byStart().forEach((start, one) -> occurrences.put(start, new Occurrence.Excepted(one)));
        }
        if (cancelled != null && item.value(cancelled.on(side)) instanceof CancelledOccurrences all) {
            all.starts().forEach(start -> occurrences.put(start, new Occurrence.Cancelled()));
        }
        return occurrences;
    }

    static CancelledOccurrences cancelled(SortedMap<OriginalStart, Occurrence> occurrences) {
        SortedSet<OriginalStart> starts = new TreeSet<>();
        occurrences.forEach((start, occurrence) -> {
            if (occurrence instanceof Occurrence.Cancelled) {
                starts.add(start);
            }
        });
        return new CancelledOccurrences(starts);
    }

    static OccurrenceExceptions exceptions(SortedMap<OriginalStart, Occurrence> occurrences) {
        SortedMap<OriginalStart, OccurrenceException> excepted = new TreeMap<>();
        occurrences.forEach((start, occurrence) -> {
            if (occurrence instanceof Occurrence.Excepted one) {
                excepted.put(start, one.exception());
            }
        });
        return new OccurrenceExceptions(excepted);
    }

    /** What takes part in the merge of exceptions: other fields of theirs are not looked at (S4). */
    OccurrenceExceptions visible(Side side, OccurrenceExceptions exceptions) {
        SortedMap<OriginalStart, OccurrenceException> visible = new TreeMap<>();
        exceptions.byStart().forEach((start, exception) -> visible.put(start, visible(side, exception)));
        return new OccurrenceExceptions(visible);
    }

    private OccurrenceException visible(Side side, OccurrenceException exception) {
        OccurrenceException visible = exception;
        for (Field<?> field : exception.fields()) {
            if (ofOccurrences.stream().noneMatch(rule -> rule.on(side).equals(field))) {
                visible = visible.inheriting(field);
            }
        }
        return visible;
    }

    Occurrence visible(Side side, Occurrence occurrence) {
        return occurrence instanceof Occurrence.Excepted excepted
                ? Occurrence.of(visible(side, excepted.exception()))
                : occurrence;
    }

    /** An occurrence as taken over from the other side, with the fields that take no part kept as they are (S4). */
    Occurrence withHidden(Side side, Occurrence taken, Occurrence held) {
        if (taken instanceof Occurrence.Cancelled || !(held instanceof Occurrence.Excepted excepted)) {
            return taken;
        }
        OccurrenceException result = excepted.exception();
        for (FieldRule rule : ofOccurrences) {
            result = Slot.of(taken, rule.on(side)).in(result, rule.on(side));
        }
        return Occurrence.of(result);
    }

    /** Exceptions in the fields of a side, as far as these flow there. */
    OccurrenceExceptions carriedTo(Side target, OccurrenceExceptions source) {
        SortedMap<OriginalStart, OccurrenceException> carried = new TreeMap<>();
        source.byStart().forEach((start, exception) -> carried.put(start, carriedTo(target, exception)));
        return new OccurrenceExceptions(carried);
    }

    OccurrenceException carriedTo(Side target, OccurrenceException source) {
        Side from = target.other();
        OccurrenceException carried =
                OccurrenceException.of(Item.builder(source.changed().kind()).build());
        for (FieldRule rule : ofOccurrences) {
            if (rule.flowsFrom(from) && source.fields().contains(rule.on(from))) {
                carried = carried.with(rule.on(target), source.changed().value(rule.on(from)));
            }
        }
        return carried;
    }
}
