package io.github.crosstie.assignment;

import java.util.BitSet;

/**
 * Which configurations claim each profile (or role, or group) by one kind of assignment, as a bit mask of configuration
 * ordinals.
 */
final class Claims {

    static final int NONE = -1;

    private final int count;
    private final int words;
    private final long[] masks;

    Claims(int count, ConfigurationRanks ranks) {
        this.count = count;
        words = ranks.words();
        masks = new long[count * words];
    }

    int count() {
        return count;
    }

    void add(int thing, int configuration) {
        masks[thing * words + (configuration >> 6)] |= 1L << configuration;
    }

    /** Adds all claims of another thing, of these or of other claims. */
    void addAll(int thing, Claims others, int other) {
        for (int word = 0; word < words; word++) {
            masks[thing * words + word] |= others.masks[other * words + word];
        }
    }

    /** All claims on a thing in one word, where each configuration brings the word at its ordinal. */
    long word(int thing, long[] wordOf) {
        long joined = ClaimWord.NONE;
        for (int word = 0; word < words; word++) {
            for (long rest = masks[thing * words + word]; rest != 0; rest &= rest - 1) {
                joined = ClaimWord.both(joined, wordOf[(word << 6) + Long.numberOfTrailingZeros(rest)]);
            }
        }
        return joined;
    }

    void addTo(BitSet ordinals, int thing) {
        for (int word = 0; word < words; word++) {
            for (long rest = masks[thing * words + word]; rest != 0; rest &= rest - 1) {
                ordinals.set((word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** Whether users of the thing must be resolved anew, given which configurations changed strength or activity. */
    boolean differs(Claims earlier, int thing, long[] changedConfigurations) {
        if (thing >= earlier.count()) {
            return true;
        }
        for (int word = 0; word < words; word++) {
            long now = masks[thing * words + word];
            if (now != earlier.masks[thing * words + word] || (now & changedConfigurations[word]) != 0) {
                return true;
            }
        }
        return false;
    }
}
