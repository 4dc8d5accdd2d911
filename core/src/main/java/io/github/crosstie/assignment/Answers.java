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
        for (int number = 0; number < chunks.length; number++) {
            int first = number << SHIFT;
            int[] chunk = new int[CHUNK];
            for (int at = Math.min(CHUNK, size - first) - 1; at >= 0; at--) {
                chunk[at] = resolution.indirect(first + at);
            }
            chunks[number] = chunk;
        }
        resolution.individuals().stream().forEach(slot -> chunks[slot >> SHIFT][slot & MASK] = resolution.answer(slot));
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
            if (number >= chunks.length) {
                copy[number] = copy[number] == null ? new int[CHUNK] : copy[number];
            } else if (copy[number] == chunks[number]) {
                copy[number] = chunks[number].clone();
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
