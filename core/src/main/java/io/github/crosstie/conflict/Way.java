package io.github.crosstie.conflict;

import io.github.crosstie.configuration.Assignment;
import java.util.Set;

/**
 * A way by which a list means a user. The user may come in by several doors, such as two groups; a door is named by the step
 * that closes it, and the way ends when all its doors are closed.
 *
 * @param list the list
 * @param assignment its assignment
 * @param doors the closing steps; empty if none of them can be closed for this user alone
 */
record Way(AssignmentList list, Assignment assignment, Set<RemedyStep> doors) {

    Way {
        doors = Set.copyOf(doors);
    }

    boolean closable() {
        return !doors.isEmpty();
    }

    boolean standsWithout(Set<RemedyStep> closed) {
        return !closable() || !closed.containsAll(doors);
    }
}
