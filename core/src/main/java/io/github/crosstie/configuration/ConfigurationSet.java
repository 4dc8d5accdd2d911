package io.github.crosstie.configuration;

import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything an organization's admins have written: its sync configurations, its business units and the order of strength
 * between assignments. Immutable; each edit gives a new set.
 *
 * <p>{@link #assign} edits as the product does (A2, A4). A set read from elsewhere may break those rules; it is accepted, and
 * the conflict detection reports it (C4).
 */
public final class ConfigurationSet {

    private final OrganizationId organization;
    private final TreeMap<ConfigurationId, SyncConfiguration> configurations = new TreeMap<>();
    private final TreeMap<BusinessUnitId, BusinessUnit> businessUnits = new TreeMap<>();
    private final AssignmentOrder order;

    private ConfigurationSet(
            OrganizationId organization,
            Iterable<SyncConfiguration> configurations,
            Iterable<BusinessUnit> businessUnits,
            AssignmentOrder order) {
        this.organization = Objects.requireNonNull(organization, "organization");
        this.order = Objects.requireNonNull(order, "order");
        for (SyncConfiguration configuration : configurations) {
            if (this.configurations.put(configuration.id(), configuration) != null) {
                throw new IllegalArgumentException(
                        "organization " + organization + " has two configurations with the id " + configuration.id()
                                + "; give one of them another id");
            }
        }
        for (BusinessUnit unit : businessUnits) {
            if (this.businessUnits.put(unit.id(), unit) != null) {
                throw new IllegalArgumentException("organization " + organization
                        + " has two business units with the id " + unit.id() + "; give one of them another id");
            }
        }
    }

    /**
     * A set of configurations in the default order of assignments, without business units.
     *
     * @param organization whose
     * @param configurations the configurations
     * @return the set
     * @throws IllegalArgumentException if two have the same id
     */
    public static ConfigurationSet of(OrganizationId organization, SyncConfiguration... configurations) {
        return of(organization, List.of(configurations), List.of(), AssignmentOrder.DEFAULT);
    }

    /**
     * A set of configurations and business units.
     *
     * @param organization whose
     * @param configurations the configurations
     * @param businessUnits the business units
     * @param order the order of strength between kinds of assignment (A5)
     * @return the set
     * @throws IllegalArgumentException if two have the same id
     */
    public static ConfigurationSet of(
            OrganizationId organization,
            List<SyncConfiguration> configurations,
            List<BusinessUnit> businessUnits,
            AssignmentOrder order) {
        return new ConfigurationSet(organization, configurations, businessUnits, order);
    }

    /**
     * Whose set it is.
     *
     * @return the organization's id
     */
    public OrganizationId organization() {
        return organization;
    }

    /**
     * The configurations, ordered by id.
     *
     * @return an unmodifiable list
     */
    public List<SyncConfiguration> configurations() {
        return List.copyOf(configurations.values());
    }

    /**
     * One configuration.
     *
     * @param id its id
     * @return the configuration, or empty if there is none
     */
    public Optional<SyncConfiguration> find(ConfigurationId id) {
        return Optional.ofNullable(configurations.get(id));
    }

    /**
     * The business units, ordered by id.
     *
     * @return an unmodifiable list
     */
    public List<BusinessUnit> businessUnits() {
        return List.copyOf(businessUnits.values());
    }

    /**
     * The order of strength between kinds of assignment (A5).
     *
     * @return the order
     */
    public AssignmentOrder order() {
        return order;
    }

    /**
     * Puts a configuration in place of the one with its id, or adds it. Other configurations stay as they are.
     *
     * @param configuration the configuration
     * @return the changed set
     */
    public ConfigurationSet with(SyncConfiguration configuration) {
        TreeMap<ConfigurationId, SyncConfiguration> changed = new TreeMap<>(configurations);
        changed.put(configuration.id(), configuration);
        return new ConfigurationSet(organization, changed.values(), businessUnits.values(), order);
    }

    /**
     * Puts a business unit in place of the one with its id, or adds it.
     *
     * @param unit the business unit
     * @return the changed set
     */
    public ConfigurationSet with(BusinessUnit unit) {
        TreeMap<BusinessUnitId, BusinessUnit> changed = new TreeMap<>(businessUnits);
        changed.put(unit.id(), unit);
        return new ConfigurationSet(organization, configurations.values(), changed.values(), order);
    }

    /**
     * Removes a configuration, if it is there.
     *
     * @param id its id
     * @return the changed set
     */
    public ConfigurationSet without(ConfigurationId id) {
        TreeMap<ConfigurationId, SyncConfiguration> changed = new TreeMap<>(configurations);
        changed.remove(id);
        return new ConfigurationSet(organization, changed.values(), businessUnits.values(), order);
    }

    /**
     * Edits one configuration.
     *
     * @param id its id
     * @param edit what to change
     * @return the changed set
     * @throws IllegalArgumentException if there is no such configuration
     */
    public ConfigurationSet edit(ConfigurationId id, UnaryOperator<SyncConfiguration.Builder> edit) {
        return with(edit.apply(require(id).toBuilder()).build());
    }

    /**
     * Assigns, as an admin does: a user or a profile <em>moves</em>, so no other configuration lists it any more (A2, A4);
     * groups and roles may stand in several. An equal target in the same configuration is replaced.
     *
     * @param id the configuration
     * @param assignment the assignment
     * @return the changed set
     * @throws IllegalArgumentException if there is no such configuration
     */
    public ConfigurationSet assign(ConfigurationId id, Assignment assignment) {
        require(id);
        boolean moves = assignment.kind() == AssignmentKind.USER || assignment.kind() == AssignmentKind.PROFILE;
        ConfigurationSet changed = this;
        for (SyncConfiguration configuration : configurations.values()) {
            if (configuration.id().equals(id) || moves) {
                changed = changed.unassign(configuration.id(), assignment);
            }
        }
        List<Assignment> assignments = new ArrayList<>(changed.require(id).assignments());
        assignments.add(assignment);
        return changed.edit(id, builder -> builder.assignments(assignments));
    }

    /**
     * Takes an assignment away: stops the flow and deletes nothing on either side (A15).
     *
     * @param id the configuration
     * @param assignment an assignment with the same target
     * @return the changed set; this one if the configuration does not list the target
     * @throws IllegalArgumentException if there is no such configuration
     */
    public ConfigurationSet unassign(ConfigurationId id, Assignment assignment) {
        List<Assignment> before = require(id).assignments();
        List<Assignment> rest =
                before.stream().filter(each -> !each.sameTarget(assignment)).toList();
        return rest.size() == before.size() ? this : edit(id, builder -> builder.assignments(rest));
    }

    private SyncConfiguration require(ConfigurationId id) {
        SyncConfiguration configuration = configurations.get(id);
        if (configuration == null) {
            throw new IllegalArgumentException("organization " + organization + " has no configuration " + id
                    + "; it has " + configurations.keySet());
        }
        return configuration;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfigurationSet that
                && organization.equals(that.organization)
                && configurations.equals(that.configurations)
                && businessUnits.equals(that.businessUnits)
                && order.equals(that.order);
    }

    @Override
    public int hashCode() {
        return Objects.hash(organization, configurations, businessUnits, order);
    }

    @Override
    public String toString() {
        return "ConfigurationSet[" + organization + ": " + configurations.keySet() + "]";
    }
}
