package io.github.crosstie.assignment;

import java.util.BitSet;

/**
 * Which configurations claim each profile (or role, or group), as a bit mask of configuration ordinals, and what a user needs
 * to know of it: the strongest active one, whether all claims are the same, whether one is dormant. A user's answer is then
 * a handful of integers, whatever the number of configurations.
 */
final class Claims {

    static final int NONE = -1;
    static final int SEVERAL = -2;

    private final ConfigurationRanks ranks;
    private final int words;
    private final long[] masks;
    private final int[] best;
    private final int[] only;
    private final boolean[] dormant;

    Claims(int count, ConfigurationRanks ranks) {
        this.ranks = ranks;
        words = ranks.words();
        masks = new long[count * words];
        best = new int[count];
        only = new int[count];
        dormant = new boolean[count];
    }

    int count() {
        return best.length;
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

    /** Adds all claims of other claims, thing by thing. */
    void addAll(Claims others) {
        for (int word = 0; word < masks.length; word++) {
            masks[word] |= others.masks[word];
        }
    }

    /** Computes the short answers once all claims are added. */
    Claims seal() {
        for (int thing = 0; thing < best.length; thing++) {
            best[thing] = NONE;
            only[thing] = NONE;
            for (int word = 0; word < words; word++) {
                for (long rest = masks[thing * words + word]; rest != 0; rest &= rest - 1) {
                    int ordinal = (word << 6) + Long.numberOfTrailingZeros(rest);
                    only[thing] = only[thing] == NONE ? ordinal : SEVERAL;
                    if (ranks.active(ordinal)) {
                        best[thing] = ranks.stronger(best[thing], ordinal);
                    } else {
                        dormant[thing] = true;
                    }
                }
            }
        }
        return this;
    }

    /** The strongest active configuration that claims the thing, or NONE. */
    int best(int thing) {
        return best[thing];
    }

    /** The one configuration that claims the thing, or NONE, or SEVERAL. */
    int only(int thing) {
        return only[thing];
    }

    /** Whether an inactive configuration claims the thing. */
    boolean dormant(int thing) {
        return dormant[thing];
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
