package io.github.crosstie.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts work into calls that a side can take. */
final class Batches {

    private Batches() {}

    static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = List.copyOf(all);
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            batches.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return batches;
    }
}
