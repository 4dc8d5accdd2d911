package io.github.crosstie.conflict;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Everybody whom a step affects, apart from those it is meant for. Many findings may share one long list, so each keeps only
 * the places it leaves out. Immutable, if the list is.
 */
final class Bystanders extends AbstractList<AffectedUser> {

    private final List<AffectedUser> everybody;
    private final int[] leftOut;

    /** Leaves some users out of a list that is ordered by user. */
    Bystanders(List<AffectedUser> everybody, Collection<OrganizationUser> meant) {
        this.everybody = everybody;
        leftOut = meant.stream()
                .distinct()
                .mapToInt(user -> place(everybody, user))
                .filter(place -> place >= 0)
                .sorted()
                .toArray();
    }

    private static int place(List<AffectedUser> everybody, OrganizationUser user) {
        int low = 0;
        int high = everybody.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = everybody.get(middle).user().compareTo(user);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    @Override
    public AffectedUser get(int index) {
        Objects.checkIndex(index, size());
        int place = index;
        for (int left : leftOut) {
            place += left <= place ? 1 : 0;
        }
        return everybody.get(place);
    }

    @Override
    public int size() {
        return everybody.size() - leftOut.length;
    }
}
