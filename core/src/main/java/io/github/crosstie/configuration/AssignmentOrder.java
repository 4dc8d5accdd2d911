package io.github.crosstie.configuration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * Which kind of assignment beats which (A3, A5). Replaceable by the host, but an individual assignment always comes first
 * (A3). Ties within a kind go to the most recently modified configuration, then to the smaller id.
 *
 * @param kinds all five kinds, strongest first
 */
public record AssignmentOrder(List<AssignmentKind> kinds) {

    /** Individual, profile, public group, role, role and subordinates. */
    public static final AssignmentOrder DEFAULT = new AssignmentOrder(Arrays.asList(AssignmentKind.values()));

    /**
     * Checks that each kind stands in it once.
     *
     * @throws IllegalArgumentException if a kind is missing or repeated, or {@code USER} is not first
     */
    public AssignmentOrder {
        kinds = List.copyOf(kinds);
        if (kinds.size() != AssignmentKind.values().length
                || EnumSet.copyOf(kinds).size() != AssignmentKind.values().length) {
            throw new IllegalArgumentException("assignment order " + kinds + ": name each of "
                    + Arrays.toString(AssignmentKind.values()) + " once");
        }
        if (kinds.get(0) != AssignmentKind.USER) {
            throw new IllegalArgumentException(
                    "assignment order " + kinds + ": USER comes first, an individual assignment always wins (A3)");
        }
    }

    /**
     * The place of a kind: 0 is strongest.
     *
     * @param kind a kind
     * @return its place
     */
    public int rank(AssignmentKind kind) {
        return kinds.indexOf(kind);
    }
}
