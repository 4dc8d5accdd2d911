package io.github.crosstie.conflict;

import java.util.Arrays;

/** Collects what mailboxes look like. Used by one thread. */
final class Looks {

    private long[] looks = new long[64];
    private int count;

    void add(long look) {
        if (count == looks.length) {
            looks = Arrays.copyOf(looks, 2 * count);
        }
        looks[count++] = look;
    }

    void addAll(long[] more) {
        for (long look : more) {
            add(look);
        }
    }

    /** What was collected, in order, each once. */
    long[] distinct() {
        long[] sorted = Arrays.copyOf(looks, count);
        Arrays.sort(sorted);
        int kept = 0;
        for (long look : sorted) {
            if (kept == 0 || sorted[kept - 1] != look) {
                sorted[kept++] = look;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
