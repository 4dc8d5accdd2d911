package io.github.crosstie.conflict;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EngagementSet;
import java.util.Objects;

/** Something that lists assignments: a configuration, or a set of a business unit. */
public sealed interface AssignmentList {

    /**
     * Takes an assignment out of the list; nothing happens if it is not in it.
     *
     * @param configurations the organization's configurations
     * @param assignment an assignment with the same target
     * @return the changed set
     * @throws IllegalArgumentException if there is no such list
     */
    ConfigurationSet without(ConfigurationSet configurations, Assignment assignment);

    /**
     * The assignments of a configuration.
     *
     * @param id the configuration
     */
    record OfConfiguration(ConfigurationId id) implements AssignmentList {
        /** Checks that nothing is null. */
        public OfConfiguration {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public ConfigurationSet without(ConfigurationSet configurations, Assignment assignment) {
            return configurations.unassign(id, assignment);
        }

        @Override
        public String toString() {
            return "configuration " + id;
        }
    }

    /**
     * A set of a business unit.
     *
     * @param unit the business unit
     * @param set which of its sets
     */
    record OfBusinessUnit(BusinessUnitId unit, EngagementSet set) implements AssignmentList {
        /** Checks that nothing is null. */
        public OfBusinessUnit {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(set, "set");
        }

        @Override
        public ConfigurationSet without(ConfigurationSet configurations, Assignment assignment) {
            BusinessUnit found = configurations.businessUnits().stream()
                    .filter(each -> each.id().equals(unit))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("organization " + configurations.organization()
                            + " has no business unit " + unit + "; detect again, as it changed since"));
            return configurations.with(found.withAssignments(
                    set,
                    found.assignments(set).stream()
                            .filter(each -> !each.sameTarget(assignment))
                            .toList()));
        }

        @Override
        public String toString() {
            return (set == EngagementSet.MARKETING_USERS ? "Marketing Users" : "Sales Users") + " of business unit "
                    + unit;
        }
    }
}
