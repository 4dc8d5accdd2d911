package io.github.crosstie.item;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The occurrences of a series that do not take place (RFC 5545 EXDATE), by their original starts. Immutable, in order of time;
 * none at all counts as a field that is not set.
 *
 * @param starts the original starts
 */
public record CancelledOccurrences(SortedSet<OriginalStart> starts) {

    /** None. */
    public static final CancelledOccurrences NONE = new CancelledOccurrences(new TreeSet<>());

    /** Copies the starts. */
    public CancelledOccurrences {
        starts = Collections.unmodifiableSortedSet(new TreeSet<>(starts));
    }

    /**
     * Some occurrences.
     *
     * @param starts their original starts, in any order
     * @return the cancelled occurrences
     */
    public static CancelledOccurrences of(Collection<? extends OriginalStart> starts) {
        return new CancelledOccurrences(new TreeSet<>(starts));
    }

    /**
     * Some occurrences.
     *
     * @param starts their original starts, in any order
     * @return the cancelled occurrences
     */
    public static CancelledOccurrences of(OriginalStart... starts) {
        return of(Arrays.asList(starts));
    }

    /**
     * Whether there are none.
     *
     * @return true if no occurrence is cancelled
     */
    public boolean isEmpty() {
        return starts.isEmpty();
    }

    /**
     * Whether an occurrence is cancelled.
     *
     * @param start its original start
     * @return true if it does not take place
     */
    public boolean contains(OriginalStart start) {
        return starts.contains(start);
    }

    /**
     * The same with one more.
     *
     * @param start an original start
     * @return a changed copy
     */
    public CancelledOccurrences with(OriginalStart start) {
        SortedSet<OriginalStart> more = new TreeSet<>(starts);
        more.add(start);
        return new CancelledOccurrences(more);
    }

    /**
     * The same with one that takes place after all.
     *
     * @param start an original start
     * @return a changed copy
     */
    public CancelledOccurrences without(OriginalStart start) {
        SortedSet<OriginalStart> fewer = new TreeSet<>(starts);
        fewer.remove(start);
        return new CancelledOccurrences(fewer);
    }

    /** The original starts, in order, separated by commas. */
    @Override
    public String toString() {
        return starts.stream().map(OriginalStart::toString).collect(Collectors.joining(", "));
    }
}
