package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import java.util.BitSet;

/** Gathers the users of each target in a bit set, made once and cleared, and takes away by words who has an answer already. */
final class BitSetExpansion extends Expansion {

    private final BitSet target;
    private final BitSet taken;

    private BitSetExpansion(OrganizationSetup setup) {
        super(setup);
        target = new BitSet(effective.length);
        taken = new BitSet(effective.length);
    }

    static Answers resolve(OrganizationSetup setup) {
        return new BitSetExpansion(setup).resolve();
    }

    @Override
    void open(Claim claim) {
        target.clear();
    }

    @Override
    void add(UserLists.Lists lists, int number) {
        for (int at = lists.start()[number]; at < lists.start()[number + 1]; at++) {
            target.set(lists.slots()[at]);
        }
    }

    @Override
    void add(int user) {
        target.set(user);
    }

    @Override
    void claim(int ordinal) {
        target.andNot(taken);
        for (int user = target.nextSetBit(0); user >= 0; user = target.nextSetBit(user + 1)) {
            effective[user] = ordinal;
        }
        taken.or(target);
    }

    @Override
    void claimDormant() {
        dormant.or(target);
    }
}
