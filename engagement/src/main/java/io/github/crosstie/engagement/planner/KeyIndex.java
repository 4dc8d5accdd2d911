package io.github.crosstie.engagement.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which users of a unit have a key; nearly always one at most. Places are those of the listing, and are given from the
 * last to the first. A later index shares what did not change; it is filled before anybody else sees it.
 */
final class KeyIndex {

    static final int NONE = -1;

    private final Map<String, Integer> first;
    private final int[] next;

    /** The places of keys that have other ones than the index had that is shared; empty lists included. */
    private final Map<String, List<Integer>> changed;

    private KeyIndex(Map<String, Integer> first, int[] next, Map<String, List<Integer>> changed) {
        this.first = first;
        this.next = next;
        this.changed = changed;
    }

    KeyIndex(int size) {
        this(new HashMap<>(size * 4 / 3 + 1), new int[size], new HashMap<>());
        Arrays.fill(next, NONE);
    }

    /** An index to be changed without changing this one. */
    KeyIndex later() {
        return new KeyIndex(first, next, new HashMap<>(changed));
    }

    /** Adds a place, larger than all before, to an index that shares nothing. */
    void add(String key, int place) {
        Integer before = first.put(key, place);
        if (before != null) {
            next[place] = before;
        }
    }

    /** Takes one key of a place for another one, in a later index. */
    void change(@Nullable String before, @Nullable String after, int place) {
        if (before != null) {
            List<Integer> places = places(before);
            places.remove(Integer.valueOf(place));
            changed.put(before, places);
        }
        if (after != null) {
            List<Integer> places = places(after);
            places.add(place);
            places.sort(Collections.reverseOrder());
            changed.put(after, places);
        }
    }

    private List<Integer> places(String key) {
        List<Integer> places = new ArrayList<>(2);
        for (int at = first(key); at != NONE; at = next(key, at)) {
            places.add(at);
        }
        return places;
    }

    /** How many keys have changed since the index that is shared. */
    int changes() {
        return changed.size();
    }

    /** The place of a user with the key, or NONE. */
    int first(String key) {
        @Nullable List<Integer> places = changed.get(key);
        return places == null ? first.getOrDefault(key, NONE) : places.isEmpty() ? NONE : places.get(0);
    }

    /** The place of another user with the same key, or NONE. */
    int next(String key, int place) {
        @Nullable List<Integer> places = changed.get(key);
        if (places == null) {
            return next[place];
        }
        int at = places.indexOf(place) + 1;
        return at < places.size() ? places.get(at) : NONE;
    }
}
