package io.github.crosstie.assignment;

import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.fault.Incubating;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Some of the sets of an organization's business units, as {@link SetMembership} tells them of a user. Immutable and thread-safe. */
@Incubating
public final class UnitSets {

    private final BitSet bits;

    /** Takes the bits over; they are not changed any more. */
    UnitSets(BitSet bits) {
        this.bits = bits;
    }

    /** The bit of a set. */
    static int bit(int unit, EngagementSet set) {
        return 2 * unit + (set == EngagementSet.MARKETING_USERS ? 0 : 1);
    }

    /**
     * Whether a set is among them.
     *
     * @param unit the place of the unit in {@link SetMembership#units}
     * @param set which of its sets
     * @return true if so
     */
    public boolean contains(int unit, EngagementSet set) {
        return bits.get(bit(unit, set));
    }

    /**
     * How many they are.
     *
     * @return the number of sets, 0 or more
     */
    public int size() {
        return bits.cardinality();
    }

    /**
     * Whether there is none.
     *
     * @return true if no set is among them
     */
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    IntStream stream() {
        return bits.stream();
    }

    @Override
    public String toString() {
        return "UnitSets[" + size() + "]";
    }
}
