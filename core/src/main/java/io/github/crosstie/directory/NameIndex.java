package io.github.crosstie.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids behind each name of one kind of record, collected when first asked. Two threads that ask first may both collect;
 * they find the same.
 */
final class NameIndex<K> {

    /** Takes the names while they are collected. */
    interface Sink<K> {
        void add(String name, K id);
    }

    private final String records;
    private final String nameKind;
    private final Consumer<Sink<K>> source;
    private volatile @Nullable Map<String, List<K>> ids;

    NameIndex(String records, String nameKind, Consumer<Sink<K>> source) {
        this.records = records;
        this.nameKind = nameKind;
        this.source = source;
    }

    /** The one id behind a name; the message of the error names the ids alone, as a username is personal data. */
    Optional<K> find(String name) {
        List<K> found = ids().getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new IllegalArgumentException(found.size() + " " + records + " have this " + nameKind + ": "
                    + found.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
                    + "; give one of these ids instead");
        }
        return found.stream().findFirst();
    }

    private Map<String, List<K>> ids() {
        Map<String, List<K>> known = ids;
        if (known == null) {
            Map<String, List<K>> collected = new HashMap<>();
            source.accept((name, id) -> collected.merge(name, List.of(id), NameIndex::joined));
            known = collected;
            ids = known;
        }
        return known;
    }

    private static <K> List<K> joined(List<K> some, List<K> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
