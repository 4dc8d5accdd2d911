package io.github.crosstie.item;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the parts of hashed values among values of today: what of a set, and of the occurrences of a series, is still known. */
record KnownParts(ValueHasher hasher, List<? extends @Nullable Object> candidates) {

    /**
     * The elements of a set. One that is found nowhere else may be spelled otherwise across, as addresses are: then that spelling
     * stands for it. In the first candidate, which is of its own side, another spelling is an edit; where it is none, as of
     * attendees, these are among the other candidates too.
     */
    @Nullable
    Object set(String digest) {
        Map<String, String> own = elements(candidates.subList(0, own()));
        Map<String, String> across = elements(candidates.subList(own(), candidates.size()));
        Map<String, String> alike = new HashMap<>();
        across.forEach((hashed, text) -> alike.putIfAbsent(ValueHasher.likeness(hashed), text));
        SortedSet<String> known = new TreeSet<>();
        for (String kept : parts(digest)) {
            String text = own.getOrDefault(
                    kept, across.getOrDefault(kept, alike.getOrDefault(ValueHasher.likeness(kept), "")));
            if (!text.isEmpty()) {
                known.add(text);
            }
        }
        return known.isEmpty() ? null : Collections.unmodifiableSet(known);
    }

    private int own() {
        return Math.min(1, candidates.size());
    }

    private Map<String, String> elements(List<? extends @Nullable Object> sets) {
        Map<String, String> elements = new TreeMap<>();
        for (Object set : sets) {
            if (set instanceof Set<?> texts) {
                texts.forEach(element -> elements.put(hasher.element((String) element), (String) element));
            }
        }
        return elements;
    }

    /** The occurrences that do not take place. */
    @Nullable
    Object cancelled(String digest) {
        Set<String> kept = parts(digest);
        SortedSet<OriginalStart> known = new TreeSet<>();
        eachStart(start -> {
            if (kept.contains(hasher.start(start))) {
                known.add(start);
            }
        });
        return known.isEmpty() ? null : new CancelledOccurrences(known);
    }

    /** The occurrences that have something of their own; a field of which nobody holds the value any more has a hashed one. */
    @Nullable
    Object exceptions(String digest) {
        Map<String, OriginalStart> starts = new HashMap<>();
        eachStart(start -> starts.putIfAbsent(hasher.start(start), start));
        Map<OriginalStart, OccurrenceException> known = new TreeMap<>();
        HashedExceptions.parse(digest).forEach((hashed, fields) -> {
            OriginalStart start = starts.get(hashed);
            if (start != null) {
                known.put(start, exception(start, fields));
            }
        });
        return known.isEmpty() ? null : OccurrenceExceptions.of(known);
    }

    private OccurrenceException exception(OriginalStart start, Map<Field<?>, String> fields) {
        OccurrenceException exception =
                OccurrenceException.of(Item.builder(ItemKind.EVENT).build());
        for (Map.Entry<Field<?>, String> kept : fields.entrySet()) {
            exception = exception.with(kept.getKey(), value(start, kept.getKey(), kept.getValue()));
        }
        return exception;
    }

    /** What one occurrence has of its own is one value, sets included; null where the occurrence lacks what the series has. */
    private @Nullable Object value(OriginalStart start, Field<?> field, String digest) {
        if (digest.isEmpty()) {
            return null;
        }
        HashedValue hashed = new HashedValue(field.type(), digest, hasher);
        for (Object candidate : candidates) {
            OccurrenceException exception = candidate instanceof OccurrenceExceptions all
                    ? all.byStart().get(start)
                    : null;
            Object value = exception == null ? null : exception.changed().value(field);
            if (hashed.matches(value)) {
                return value;
            }
        }
        return hashed;
    }

    private void eachStart(Consumer<OriginalStart> action) {
        for (Object candidate : candidates) {
            if (candidate instanceof CancelledOccurrences all) {
                all.starts().forEach(action);
            } else if (candidate instanceof OccurrenceExceptions all) {
                all.byStart().keySet().forEach(action);
            }
        }
    }

    private static Set<String> parts(String digest) {
        return Set.copyOf(List.of(digest.split("\\.", -1)));
    }
}
