package io.github.crosstie.report;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.Incubating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the sync of an organization fares: every user by themselves, added up by configuration, and added up as a whole (S18). Immutable.
 *
 * @param organization which
 * @param at the moment for which it is told
 * @param users how each user fares, by id
 */
@Incubating
public record OrganizationStatus(OrganizationId organization, Instant at, List<UserStatus> users) {

    /**
     * Copies the list, and sorts it by id.
     *
     * @throws IllegalArgumentException if a user belongs to another organization
     */
    public OrganizationStatus {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(at, "at");
        users = users.stream().sorted(Comparator.comparing(UserStatus::user)).toList();
        for (UserStatus status : users) {
            if (!status.organization().equals(organization)) {
                throw new IllegalArgumentException("user " + status.user() + " belongs to organization "
                        + status.organization() + ": put users of " + organization + " alone into its status");
            }
        }
    }

    /**
     * All users, added up.
     *
     * @return the sum
     */
    public StatusSummary summary() {
        return StatusSummary.of(users);
    }

    /**
     * The users of each configuration, added up. Users who sync by none are not in it.
     *
     * @return the sums, by id; unmodifiable
     */
    public SortedMap<ConfigurationId, StatusSummary> configurations() {
        SortedMap<ConfigurationId, List<UserStatus>> byConfiguration = new TreeMap<>();
        for (UserStatus status : users) {
            ConfigurationId configuration = status.configuration();
            if (configuration != null) {
                byConfiguration
                        .computeIfAbsent(configuration, none -> new ArrayList<>())
                        .add(status);
            }
        }
        SortedMap<ConfigurationId, StatusSummary> sums = new TreeMap<>();
        byConfiguration.forEach((configuration, all) -> sums.put(configuration, StatusSummary.of(all)));
        return Collections.unmodifiableSortedMap(sums);
    }

    /**
     * The users in the order in which somebody should look at them.
     *
     * @return all users: by their worst stage, then the greatest lag first, then by id; those for whom nothing flows at the end
     */
    public List<UserStatus> worstFirst() {
        return users.stream().sorted(UserStatus.WORST_FIRST).toList();
    }
}
