package io.github.crosstie.engagement.planner;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which users of a unit have a key; nearly always one at most. Places are those of the listing. */
final class KeyIndex {

    static final int NONE = -1;

    private final Map<String, Integer> first;
    private final int[] next;

    KeyIndex(int size) {
        first = new HashMap<>(size * 4 / 3 + 1);
        next = new int[size];
        Arrays.fill(next, NONE);
    }

    void add(String key, int place) {
        Integer before = first.put(key, place);
        if (before != null) {
            next[place] = before;
        }
    }

    /** The place of a user with the key, or NONE. */
    int first(String key) {
        return first.getOrDefault(key, NONE);
    }

    /** The place of another user with the same key, or NONE. */
    int next(int place) {
        return next[place];
    }
}
