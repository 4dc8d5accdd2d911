package io.github.crosstie.conflict;

import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.role.RoleDecision;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user is in a business unit, to be shown beside the others (C10).
 *
 * @param unit the business unit
 * @param name its name
 * @param sets the sets that hold the user, each with how the user comes to be in it
 * @param decision the role that follows, or why none does
 */
public record UnitRole(BusinessUnitId unit, String name, Map<EngagementSet, WitnessPath> sets, RoleDecision decision) {

    /** Copies the map. */
    public UnitRole {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
        sets = Collections.unmodifiableMap(new EnumMap<>(sets));
        Objects.requireNonNull(decision, "decision");
    }

    /**
     * The role that follows.
     *
     * @return the role, or empty if the unit rejects the user (U4)
     */
    public Optional<EngagementRole> role() {
        return decision instanceof RoleDecision.Granted granted ? Optional.of(granted.role()) : Optional.empty();
    }

    @Override
    public String toString() {
        return name + ": " + role().map(EngagementRole::name).orElse("no role") + " (" + decision.reason() + ")";
    }
}
