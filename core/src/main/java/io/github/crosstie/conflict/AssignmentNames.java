package io.github.crosstie.conflict;

import io.github.crosstie.configuration.Assignment;

/** Assignments in words. */
final class AssignmentNames {

    private AssignmentNames() {}

    static String of(Assignment assignment) {
        String kind = switch (assignment.kind()) {
            case USER -> "user ";
            case PROFILE -> "profile ";
            case GROUP -> "group ";
            case ROLE -> "role ";
            case ROLE_AND_SUBORDINATES -> "role and subordinates ";
        };
        return kind + assignment.targetId();
    }
}
