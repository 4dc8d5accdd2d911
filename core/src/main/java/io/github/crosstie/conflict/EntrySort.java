package io.github.crosstie.conflict;

import java.util.Arrays;

/**
 * Sorts entries of a {@link MailboxIndex} that come in the order of their slots. Digit by digit of the hash, from the last to
 * the first: a few sequential passes, whatever the addresses are, where comparing would cost a misjudged branch each time.
 */
final class EntrySort {

    private static final int DIGIT_BITS = 9;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int FEW = 1_000;

    private EntrySort() {}

    /** Sorts non-negative entries; returns either the array itself or another of the same length. */
    static long[] sort(long[] entries) {
        if (entries.length <= FEW) {
            Arrays.sort(entries);
            return entries;
        }
        long[] from = entries;
        long[] to = new long[entries.length];
        for (int shift = MailboxIndex.SLOT_BITS; shift < Long.SIZE; shift += DIGIT_BITS) {
            scatter(from, to, shift);
            long[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private static void scatter(long[] from, long[] to, int shift) {
        int[] next = new int[DIGITS + 1];
        for (long entry : from) {
            next[digit(entry, shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            next[digit + 1] += next[digit];
        }
        for (long entry : from) {
            to[next[digit(entry, shift)]++] = entry;
        }
    }

    private static int digit(long entry, int shift) {
        return (int) (entry >>> shift) & (DIGITS - 1);
    }
}
