package io.github.crosstie.apply;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.OccurrenceExceptions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a write changed in a value that has parts: those it added and those it took away. People may have changed other parts since,
 * and the write is still known by its own.
 */
record WrittenParts(Set<Object> added, Set<Object> removed) {

    static WrittenParts of(@Nullable Object before, @Nullable Object written) {
        Set<Object> added = parts(written);
        added.removeAll(parts(before));
        Set<Object> removed = parts(before);
        removed.removeAll(parts(written));
        return new WrittenParts(added, removed);
    }

    /** Whether a value shows that the write took effect. */
    boolean areIn(@Nullable Object value) {
        Set<Object> now = parts(value);
        return now.containsAll(added) && Collections.disjoint(now, removed);
    }

    /** Whether values of this kind have parts that merge one by one. */
    static boolean has(@Nullable Object value) {
        return value instanceof Set<?>
                || value instanceof CancelledOccurrences
                || value instanceof OccurrenceExceptions;
    }

    private static Set<Object> parts(@Nullable Object value) {
        if (value instanceof CancelledOccurrences cancelled) {
            return new HashSet<>(cancelled.starts());
        }
        if (value instanceof OccurrenceExceptions exceptions) {
            return new HashSet<>(exceptions.byStart().entrySet());
        }
        return new HashSet<>(value instanceof Set<?> set ? set : Set.of());
    }

    /** Whether a value shows that a write took effect which replaced one value by another. */
    static boolean show(@Nullable Object before, @Nullable Object written, @Nullable Object value) {
        return (has(before) || has(written)) ? of(before, written).areIn(value) : Objects.equals(value, written);
    }
}
