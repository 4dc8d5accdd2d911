package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;

/**
 * One organization as a whole: who is there and what its admins have written.
 *
 * @param directory who is there
 * @param configurations what the admins have written, for the same organization
 */
public record OrganizationSetup(Directory directory, ConfigurationSet configurations) {

    /**
     * Checks that both belong together.
     *
     * @throws IllegalArgumentException if they belong to different organizations
     */
    public OrganizationSetup {
        Roster.requireSameOrganization(directory, configurations);
    }

    /**
     * Whose it is.
     *
     * @return the organization's id
     */
    public OrganizationId id() {
        return directory.organization().id();
    }

    /**
     * The same with another directory.
     *
     * @param directory the directory
     * @return a changed copy
     */
    public OrganizationSetup with(Directory directory) {
        return new OrganizationSetup(directory, configurations);
    }

    /**
     * The same with other configurations.
     *
     * @param configurations the configurations
     * @return a changed copy
     */
    public OrganizationSetup with(ConfigurationSet configurations) {
        return new OrganizationSetup(directory, configurations);
    }

    /**
     * Resolves everybody.
     *
     * @return the roster
     */
    public Roster roster() {
        return Roster.resolve(directory, configurations);
    }
}
