package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The assignments of all configurations, strongest first (A3, A5), found by their targets: an explanation asks for those of
 * what holds the user, instead of asking every assignment whether it means them. Immutable.
 */
final class AssignmentIndex {

    /**
     * An assignment whose target is listed.
     *
     * @param ordinal the configuration that it belongs to
     * @param target where its target stands among the records of its kind
     */
    record Entry(int ordinal, Assignment assignment, int target) {}

    private static final long[] NO_PLACES = {};

    private final List<Entry> strongestFirst;

    /** For each kind the places of its assignments, ascending by target: the target in the high bits, the place in the low. */
    private final Map<AssignmentKind, long[]> places = new EnumMap<>(AssignmentKind.class);

    /**
     * Puts assignments in order.
     *
     * @param targets where the target of each assignment stands, by configuration; -1 for one that is not listed
     */
    AssignmentIndex(ConfigurationRanks ranks, AssignmentOrder order, int[][] targets) {
        List<Entry> entries = new ArrayList<>();
        for (int ordinal = 0; ordinal < ranks.count(); ordinal++) {
            List<Assignment> assignments = ranks.at(ordinal).assignments();
            for (int at = 0; at < assignments.size(); at++) {
                int target = targets[ordinal][at];
                if (target >= 0) {
                    entries.add(new Entry(ordinal, assignments.get(at), target));
                }
            }
        }
        entries.sort(Comparator.comparingInt((Entry entry) -> order.rank(entry.assignment.kind()))
                .thenComparingInt(entry -> ranks.rank(entry.ordinal))
                .thenComparing(entry -> entry.assignment.targetId()));
        strongestFirst = List.copyOf(entries);
        for (AssignmentKind kind : AssignmentKind.values()) {
            places.put(kind, placesOf(kind));
        }
    }

    private long[] placesOf(AssignmentKind kind) {
        long[] found = new long[strongestFirst.size()];
        int count = 0;
        for (int place = 0; place < found.length; place++) {
            Entry entry = strongestFirst.get(place);
            if (entry.assignment.kind() == kind) {
                found[count++] = (long) entry.target << Integer.SIZE | place;
            }
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The assignment at a place; a smaller place is a stronger assignment. */
    Entry at(int place) {
        return strongestFirst.get(place);
    }

    /** Adds the places of all assignments of a kind to a target; a target below 0 has none. */
    void addTo(BitSet found, AssignmentKind kind, int target) {
        long[] ofKind = places.getOrDefault(kind, NO_PLACES);
        int first = Arrays.binarySearch(ofKind, (long) target << Integer.SIZE);
        for (int at = first < 0 ? -first - 1 : first; at < ofKind.length; at++) {
            if (ofKind[at] >> Integer.SIZE != target) {
                return;
            }
            found.set((int) ofKind[at]);
        }
    }
}
