package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.directory.User;
import io.github.crosstie.role.RoleDecision;
import io.github.crosstie.role.RoleDerivation;
import java.util.HashMap;
import java.util.Map;

/**
 * The roles that a unit's rules give (U1 to U4), each derived once for a profile and not once for a user. Not
 * thread-safe.
 */
final class UnitDecisions {

    private record Case(int profile, boolean marketing, boolean sales) {}

    private final BusinessUnit unit;
    private final Map<Case, RoleDecision> known = new HashMap<>();

    UnitDecisions(BusinessUnit unit) {
        this.unit = unit;
    }

    RoleDecision of(User user, int profile, boolean marketing, boolean sales) {
        if (user.id().equals(unit.creator())) {
            return RoleDerivation.derive(unit, user.id(), user.profile(), marketing, sales);
        }
        return known.computeIfAbsent(
                new Case(profile, marketing, sales),
                none -> RoleDerivation.derive(unit, user.id(), user.profile(), marketing, sales));
    }
}
