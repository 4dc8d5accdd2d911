package io.github.crosstie.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two lists whose elements are paired by what identifies them; of several with one identity the first goes with the
 * first.
 *
 * @param added elements of the second list alone, in its order
 * @param dropped elements of the first list alone, in its order
 * @param both elements that both have, in the order of the second list
 * @param <T> the elements
 */
record Pairing<T>(List<T> added, List<T> dropped, List<Both<T>> both) {

    /** An element of each list. */
    record Both<T>(T before, T after) {}

    static <T, K> Pairing<T> of(List<T> before, List<T> after, Function<T, K> identity) {
        Map<K, Deque<T>> waiting = new HashMap<>();
        for (T element : before) {
            waiting.computeIfAbsent(identity.apply(element), absent -> new ArrayDeque<>())
                    .add(element);
        }
        List<T> added = new ArrayList<>();
        List<Both<T>> both = new ArrayList<>();
        for (T element : after) {
            Deque<T> same = waiting.get(identity.apply(element));
            if (same == null || same.isEmpty()) {
                added.add(element);
            } else {
                both.add(new Both<>(same.remove(), element));
            }
        }
        List<T> dropped = new ArrayList<>();
        for (T element : before) {
            Deque<T> left = waiting.get(identity.apply(element));
            // of several with one identity the last are left
            if (left != null && !left.isEmpty() && left.peekFirst() == element) {
                dropped.add(left.remove());
            }
        }
        return new Pairing<>(added, dropped, both);
    }

    boolean isWhole() {
        return added.isEmpty() && dropped.isEmpty();
    }
}
