package io.github.crosstie.engagement.planner;

import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.assignment.UnitSets;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Directory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Who is in which set of which unit, and who may be although nobody can tell. One byte for each user and unit, so that
 * two states are compared at once. Immutable.
 */
final class Memberships {

    static final int MARKETING = 1;
    static final int SALES = 2;
    static final int MAYBE_MARKETING = 4;
    static final int MAYBE_SALES = 8;

    private final SetMembership membership;
    private final byte[][] byUnit;

    private Memberships(SetMembership membership, byte[][] byUnit) {
        this.membership = membership;
        this.byUnit = byUnit;
    }

    static Memberships of(Directory directory, List<BusinessUnit> units) {
        SetMembership membership = SetMembership.of(directory, units);
        byte[][] byUnit = new byte[units.size()][directory.users().size()];
        for (int slot = 0; slot < directory.users().size(); slot++) {
            note(membership, byUnit, slot);
        }
        return new Memberships(membership, byUnit);
    }

    /** The memberships after some users changed, and nothing but users. */
    Memberships withUsers(Directory directory, BitSet changed) {
        SetMembership next = SetMembership.of(directory, membership.units());
        byte[][] copy = new byte[byUnit.length][];
        for (int unit = 0; unit < copy.length; unit++) {
            copy[unit] = Arrays.copyOf(byUnit[unit], directory.users().size());
        }
        changed.stream().forEach(slot -> note(next, copy, slot));
        return new Memberships(next, copy);
    }

    private static void note(SetMembership membership, byte[][] byUnit, int slot) {
        UnitSets sets = membership.sets(slot);
        UnitSets unknown = membership.unknown(slot);
        if (sets.isEmpty() && unknown.isEmpty()) {
            for (byte[] unit : byUnit) {
                unit[slot] = 0;
            }
            return;
        }
        for (int unit = 0; unit < byUnit.length; unit++) {
            int flags = (sets.contains(unit, EngagementSet.MARKETING_USERS) ? MARKETING : 0)
                    | (sets.contains(unit, EngagementSet.SALES_USERS) ? SALES : 0)
                    | (unknown.contains(unit, EngagementSet.MARKETING_USERS) ? MAYBE_MARKETING : 0)
                    | (unknown.contains(unit, EngagementSet.SALES_USERS) ? MAYBE_SALES : 0);
            byUnit[unit][slot] = (byte) flags;
        }
    }

    int of(int unit, int slot) {
        return byUnit[unit][slot];
    }

    /** Whether it is known of everybody whether they are in each set of a unit (A12). */
    boolean areKnown(int unit) {
        for (byte flags : byUnit[unit]) {
            if ((flags & (MAYBE_MARKETING | MAYBE_SALES)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds the users whose memberships in a unit differ from an earlier state. */
    void addDiffering(Memberships earlier, int unit, BitSet into) {
        byte[] now = byUnit[unit];
        byte[] before = earlier.byUnit[unit];
        for (int slot = 0; slot < now.length; slot++) {
            if (slot >= before.length || now[slot] != before[slot]) {
                into.set(slot);
            }
        }
    }
}
