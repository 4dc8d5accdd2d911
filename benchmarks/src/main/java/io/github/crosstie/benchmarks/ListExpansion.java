package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import java.util.BitSet;

/** Gathers nothing: walks the lists of each target and gives the configuration to whoever has none yet, one bit a user. */
final class ListExpansion extends Expansion {

    private final BitSet taken;
    private int ordinal;
    private boolean active;

    private ListExpansion(OrganizationSetup setup) {
        super(setup);
        taken = new BitSet(effective.length);
    }

    static Answers resolve(OrganizationSetup setup) {
        return new ListExpansion(setup).resolve();
    }

    @Override
    void open(Claim claim) {
        ordinal = claim.ordinal();
        active = claim.configuration().active();
    }

    @Override
    void add(UserLists.Lists lists, int number) {
        for (int at = lists.start()[number]; at < lists.start()[number + 1]; at++) {
            add(lists.slots()[at]);
        }
    }

    @Override
    void add(int user) {
        if (!active) {
            dormant.set(user);
        } else if (!taken.get(user)) {
            taken.set(user);
            effective[user] = ordinal;
        }
    }

    @Override
    void claim(int ordinal) {}

    @Override
    void claimDormant() {}
}
