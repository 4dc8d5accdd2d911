package io.github.crosstie.benchmarks;

import io.github.crosstie.item.ItemId;

/** What the comparison of one listing found: how many records are changed, gone and new, and a sum over their ids. Not thread-safe. */
final class Found {

    private int changed;
    private int gone;
    private int added;
    private long ids;

    void isChanged(ItemId id) {
        changed++;
        ids += id.hashCode();
    }

    void isGone(ItemId id) {
        gone++;
        ids += 31L * id.hashCode();
    }

    void isNew(ItemId id) {
        added++;
        ids += 37L * id.hashCode();
    }

    void requireEqual(Found other, String what) {
        if (!toString().equals(other.toString())) {
            throw new IllegalStateException(what + " found " + this + " where there is " + other
                    + "; a comparison of the two would mean nothing");
        }
    }

    @Override
    public String toString() {
        return changed + " changed, " + gone + " gone, " + added + " new, ids " + ids;
    }
}
