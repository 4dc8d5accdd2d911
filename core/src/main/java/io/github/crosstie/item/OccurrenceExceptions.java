package io.github.crosstie.item;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The occurrences of a series that have something of their own, by their original starts. Immutable, in order of time; an
 * exception that differs in nothing is none, and none at all counts as a field that is not set. {@link #toString} names starts
 * and fields, never values, which are personal data.
 *
 * @param byStart the exceptions by the start that the rule gave them
 */
public record OccurrenceExceptions(SortedMap<OriginalStart, OccurrenceException> byStart) {

    /** None. */
    public static final OccurrenceExceptions NONE = new OccurrenceExceptions(new TreeMap<>());

    /** Copies the exceptions that differ in something. */
    public OccurrenceExceptions {
        SortedMap<OriginalStart, OccurrenceException> differing = new TreeMap<>(byStart);
        differing.values().removeIf(OccurrenceException::isEmpty);
        byStart = Collections.unmodifiableSortedMap(differing);
    }

    /**
     * Some exceptions.
     *
     * @param byStart the exceptions by original start, in any order
     * @return the exceptions
     */
    public static OccurrenceExceptions of(Map<? extends OriginalStart, OccurrenceException> byStart) {
        return new OccurrenceExceptions(new TreeMap<>(byStart));
    }

    /**
     * One exception.
     *
     * @param start the occurrence's original start
     * @param changed what it has of its own
     * @return the exceptions
     */
    public static OccurrenceExceptions of(OriginalStart start, Item changed) {
        return NONE.with(start, OccurrenceException.of(changed));
    }

    /**
     * Whether there are none.
     *
     * @return true if every occurrence is as the series has it
     */
    public boolean isEmpty() {
        return byStart.isEmpty();
    }

    /**
     * The exception of an occurrence.
     *
     * @param start its original start
     * @return what it has of its own; empty if it is as the series has it
     */
    public Optional<OccurrenceException> get(OriginalStart start) {
        return Optional.ofNullable(byStart.get(start));
    }

    /**
     * The same with another exception for an occurrence.
     *
     * @param start its original start
     * @param exception what it has of its own
     * @return a changed copy
     */
    public OccurrenceExceptions with(OriginalStart start, OccurrenceException exception) {
        SortedMap<OriginalStart, OccurrenceException> changed = new TreeMap<>(byStart);
        // An equal start may have another zone: the newer one is kept.
        changed.remove(start);
        changed.put(start, exception);
        return new OccurrenceExceptions(changed);
    }

    /**
     * The same with an occurrence that is as the series has it.
     *
     * @param start its original start
     * @return a changed copy
     */
    public OccurrenceExceptions without(OriginalStart start) {
        SortedMap<OriginalStart, OccurrenceException> changed = new TreeMap<>(byStart);
        changed.remove(start);
        return new OccurrenceExceptions(changed);
    }

    @Override
    public String toString() {
        return "OccurrenceExceptions" + byStart;
    }
}
