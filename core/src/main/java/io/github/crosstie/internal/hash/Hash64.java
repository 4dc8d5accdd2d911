package io.github.crosstie.internal.hash;

/**
 * A 64-bit hash of texts and numbers, in the manner of wyhash: eight characters at a time, folded by a 128-bit product. Two
 * different inputs have the same hash with a chance of about one in 2^64, as long as whoever makes them does not know the seed.
 * Made for memory, not for disks: another version of this class may hash in another way.
 */
public final class Hash64 {

    private static final long LENGTH = 0x2d358dccaa6c78a5L;
    private static final long BLOCK = 0x8bb84b93962eacc9L;
    private static final long REST = 0x4b33a62ed433d4a3L;
    private static final int BITS_PER_CHARACTER = 16;
    private static final int HALF = 4;
    private static final int WHOLE = 8;

    private Hash64() {}

    /**
     * Hashes a text. The length goes in first, so that texts hashed one after the other are told from their concatenation.
     *
     * @param seed a seed, or the hash of what came before
     * @param text the text; case and every character count
     * @return its hash
     */
    public static long of(long seed, String text) {
        int length = text.length();
        long hash = fold(seed ^ LENGTH, length ^ BLOCK);
        if (length < HALF) {
            return fold(few(text, length) ^ REST, hash ^ BLOCK);
        }
        for (int at = 0; at < length - WHOLE; at += WHOLE) {
            hash = fold(four(text, at) ^ BLOCK, four(text, at + HALF) ^ hash);
        }
        // The end overlaps what came before: no loop over single characters, whose number no branch predictor knows.
        return fold(four(text, Math.max(0, length - WHOLE)) ^ REST, four(text, length - HALF) ^ hash);
    }

    /** Up to three characters, each at least once. */
    private static long few(String text, int length) {
        if (length == 0) {
            return 0;
        }
        return text.charAt(0)
                | (long) text.charAt(length >> 1) << BITS_PER_CHARACTER
                | (long) text.charAt(length - 1) << (2 * BITS_PER_CHARACTER);
    }

    /**
     * Hashes a number.
     *
     * @param seed a seed, or the hash of what came before
     * @param number the number
     * @return its hash
     */
    public static long of(long seed, long number) {
        return fold(fold(number ^ BLOCK, seed ^ REST) ^ LENGTH, seed ^ BLOCK);
    }

    private static long four(String text, int at) {
        return text.charAt(at)
                | (long) text.charAt(at + 1) << BITS_PER_CHARACTER
                | (long) text.charAt(at + 2) << (2 * BITS_PER_CHARACTER)
                | (long) text.charAt(at + 3) << (3 * BITS_PER_CHARACTER);
    }

    private static long fold(long one, long other) {
        return one * other ^ Math.multiplyHigh(one, other);
    }
}
