package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** As {@link BitSetExpansion}, over compressed bitmaps: one for each list that a target needs, united when all are known. */
final class RoaringExpansion extends Expansion {

    private final List<RoaringBitmap> parts = new ArrayList<>();
    private final RoaringBitmap taken = new RoaringBitmap();
    private final RoaringBitmap asleep = new RoaringBitmap();

    private RoaringExpansion(OrganizationSetup setup) {
        super(setup);
    }

    static Answers resolve(OrganizationSetup setup) {
        return new RoaringExpansion(setup).resolve();
    }

    @Override
    void open(Claim claim) {
        parts.clear();
    }

    @Override
    void add(UserLists.Lists lists, int number) {
        parts.add(RoaringBitmap.bitmapOf(
                Arrays.copyOfRange(lists.slots(), lists.start()[number], lists.start()[number + 1])));
    }

    @Override
    void add(int user) {
        parts.add(RoaringBitmap.bitmapOf(user));
    }

    private RoaringBitmap target() {
        return parts.size() == 1 ? parts.get(0) : FastAggregation.or(parts.iterator());
    }

    @Override
    void claim(int ordinal) {
        RoaringBitmap fresh = target();
        fresh.andNot(taken);
        fresh.forEach((int user) -> effective[user] = ordinal);
        taken.or(fresh);
    }

    @Override
    void claimDormant() {
        asleep.or(target());
    }

    @Override
    BitSet dormant() {
        asleep.forEach((int user) -> dormant.set(user));
        return dormant;
    }
}
