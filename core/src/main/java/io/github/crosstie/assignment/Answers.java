package io.github.crosstie.assignment;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The answers of all users by slot, four bytes each, in chunks: a changed copy shares those in which nobody was looked at
 * again. Immutable.
 */
final class Answers {

    private static final int SHIFT = 8;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    private final int[][] chunks;
    private final int size;

    private Answers(int[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    /** Resolves everybody. */
    static Answers of(UserResolution resolution, int size) {
        int[][] chunks = new int[(size + MASK) >> SHIFT][];
        long[] greatest = new long[CHUNK];
        long[] all = new long[CHUNK];
        for (int number = 0; number < chunks.length; number++) {
            int first = number << SHIFT;
            chunks[number] = new int[Math.min(CHUNK, size - first)];
            resolution.answers(first, chunks[number], greatest, all);
        }
        return new Answers(chunks, size);
    }

    /** These answers, with some users resolved anew and room for more. */
    Answers with(BitSet slots, UserResolution resolution, int newSize) {
        if (slots.isEmpty() && newSize == size) {
            return this;
        }
        int[][] copy = Arrays.copyOf(chunks, (newSize + MASK) >> SHIFT);
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            int number = slot >> SHIFT;
            int length = Math.min(CHUNK, newSize - (number << SHIFT));
            if (number >= chunks.length) {
                copy[number] = copy[number] == null ? new int[length] : copy[number];
            } else if (copy[number] == chunks[number]) {
                copy[number] = Arrays.copyOf(chunks[number], length);
            }
            copy[number][slot & MASK] = resolution.answer(slot);
        }
        return new Answers(copy, newSize);
    }

    int size() {
        return size;
    }

    int get(int slot) {
        return chunks[slot >> SHIFT][slot & MASK];
    }
}
