package io.github.crosstie.examples.house;

import java.util.ArrayList;
import java.util.List;

/**
 * What is missing, and what is there that nobody typed; a record with another value than the typed one is both.
 *
 * @param lost what is missing
 * @param extra what is there once more than it was typed
 */
record Differences(List<String> lost, List<String> extra) {

    static final Differences NONE = new Differences(List.of(), List.of());

    static Differences of(String where, List<String> expected, List<String> found) {
        return new Differences(without(where, expected, found), without(where, found, expected));
    }

    private static List<String> without(String where, List<String> all, List<String> some) {
        List<String> left = new ArrayList<>(all);
        some.forEach(left::remove);
        return left.stream().map(line -> where + ": " + line).toList();
    }

    boolean isEmpty() {
        return lost.isEmpty() && extra.isEmpty();
    }

    Differences plus(Differences other) {
        return new Differences(joined(lost, other.lost), joined(extra, other.extra));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
