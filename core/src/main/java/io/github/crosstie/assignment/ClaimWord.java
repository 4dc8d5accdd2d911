package io.github.crosstie.assignment;

/**
 * What a profile, a role, a group or an individual assignment says to a user's answer, in one long: how strong the best active
 * claim is, who claims, and whether one of them is inactive. Words are made to be joined by two instructions: the greater of
 * two has the stronger claim, and the bits of both together tell who claims. So resolving a user is a maximum and an "or" over
 * a handful of words, without a branch.
 *
 * <p>Who claims stands twice, as an ordinal and as its complement. As long as one configuration alone claims, no bit is set in
 * both; two ordinals differ in some bit, which is then set in both.
 */
final class ClaimWord {

    /** Nobody claims. */
    static final long NONE = 0;

    /** How many configurations an organization can have at most: what a word has bits for. */
    static final int MOST_CONFIGURATIONS = (1 << 19) - 1;

    private static final int ORDINAL_BITS = 19;
    private static final long ORDINALS = (1L << ORDINAL_BITS) - 1;
    private static final int INACTIVE_CLAIM = 2 * ORDINAL_BITS;
    private static final int UNKNOWN_LINEAGE = INACTIVE_CLAIM + 1;
    private static final int STRENGTH = UNKNOWN_LINEAGE + 1;

    private ClaimWord() {}

    /** One claim; strength 0 for an inactive configuration. */
    static long of(int configuration, int strength) {
        long who = configuration | (~configuration & ORDINALS) << ORDINAL_BITS;
        return (long) strength << STRENGTH | who | (strength == 0 ? 1L << INACTIVE_CLAIM : 0);
    }

    /** Both of two words that stand for the same user, role or group. */
    static long both(long one, long other) {
        long flags = (1L << STRENGTH) - 1;
        return (Math.max(one, other) & ~flags) | ((one | other) & flags);
    }

    /** The word of a role with unknown roles above it (A13). */
    static long withUnknownLineage(long word) {
        return word | 1L << UNKNOWN_LINEAGE;
    }

    /** The strength of the best active claim, given the greatest word; 0 if there is none. */
    static int strength(long greatest) {
        return (int) (greatest >>> STRENGTH);
    }

    /** 1 if several configurations claim, given the bits of all words; else 0. */
    static int contested(long all) {
        long differing = all & all >>> ORDINAL_BITS & ORDINALS;
        return (int) ((differing + ORDINALS) >>> ORDINAL_BITS);
    }

    /** 1 if an inactive configuration claims, given the bits of all words; else 0. */
    static int dormant(long all) {
        return (int) (all >>> INACTIVE_CLAIM) & 1;
    }

    /** Whether the role has unknown roles above it, given the bits of all words. */
    static boolean unknownLineage(long all) {
        return (all >>> UNKNOWN_LINEAGE & 1) != 0;
    }
}
