package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The configurations of a set by ordinal (their order by id) and how they rank against each other within one kind of
 * assignment: most recently modified first, then smaller id (A1, A5).
 */
final class ConfigurationRanks {

    private static final Comparator<SyncConfiguration> STRENGTH = Comparator.comparing(
                    SyncConfiguration::modifiedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(SyncConfiguration::id);

    private final List<SyncConfiguration> configurations;
    private final int[] rank;
    private final long[] active;

    ConfigurationRanks(List<SyncConfiguration> configurations) {
        if (configurations.size() > ClaimWord.MOST_CONFIGURATIONS) {
            throw new IllegalArgumentException("an organization with " + configurations.size()
                    + " configurations cannot be resolved, " + ClaimWord.MOST_CONFIGURATIONS
                    + " is the most; remove some of them");
        }
        this.configurations = configurations;
        rank = new int[configurations.size()];
        active = new long[words()];
        List<Integer> strongestFirst = IntStream.range(0, configurations.size())
                .boxed()
                .sorted(Comparator.comparing(configurations::get, STRENGTH))
                .toList();
        for (int place = 0; place < rank.length; place++) {
            rank[strongestFirst.get(place)] = place;
        }
        for (int ordinal = 0; ordinal < rank.length; ordinal++) {
            if (configurations.get(ordinal).active()) {
                active[ordinal >> 6] |= 1L << ordinal;
            }
        }
    }

    int count() {
        return rank.length;
    }

    int words() {
        return (configurations.size() + 63) >> 6;
    }

    SyncConfiguration at(int ordinal) {
        return configurations.get(ordinal);
    }

    int rank(int ordinal) {
        return rank[ordinal];
    }

    boolean active(int ordinal) {
        return contains(active, ordinal);
    }

    /** The stronger of two ordinals, where -1 stands for none. */
    int stronger(int one, int other) {
        if (one < 0 || other < 0) {
            return Math.max(one, other);
        }
        return rank[one] <= rank[other] ? one : other;
    }

    /** Whether these are the ranks of other configurations too. */
    boolean same(List<SyncConfiguration> others) {
        return configurations.equals(others);
    }

    /** Whether ordinals mean the same configurations in both. */
    boolean sameOrdinals(ConfigurationRanks other) {
        return ids().equals(other.ids());
    }

    private List<ConfigurationId> ids() {
        return configurations.stream().map(SyncConfiguration::id).toList();
    }

    /**
     * The configurations whose time of modification or activity differs, as a mask. Between any two others the order is the
     * same as before, even if both stand at other places now.
     */
    long[] changedSince(ConfigurationRanks earlier) {
        long[] changed = new long[words()];
        for (int ordinal = 0; ordinal < rank.length; ordinal++) {
            if (active(ordinal) != earlier.active(ordinal)
                    || !Objects.equals(
                            at(ordinal).modifiedAt(), earlier.at(ordinal).modifiedAt())) {
                changed[ordinal >> 6] |= 1L << ordinal;
            }
        }
        return changed;
    }

    /** Whether an ordinal is in a mask. */
    static boolean contains(long[] mask, int ordinal) {
        return (mask[ordinal >> 6] >>> ordinal & 1) != 0;
    }
}
