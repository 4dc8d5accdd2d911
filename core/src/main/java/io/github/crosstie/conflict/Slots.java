package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import java.util.BitSet;

/** Sets of users of one organization, by slot. */
final class Slots {

    private Slots() {}

    static BitSet all(Roster roster) {
        int size = roster.directory().users().size();
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }
}
