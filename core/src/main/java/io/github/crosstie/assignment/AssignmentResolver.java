package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;

/**
 * Resolves who syncs by what (rules A). Stateless: the order of strength between kinds of assignment comes with the
 * configuration set.
 *
 * <pre>{@code
 * Roster roster = AssignmentResolver.resolve(directory, configurations);
 * Resolution why = roster.resolution(anna);
 * }</pre>
 */
public final class AssignmentResolver {

    private AssignmentResolver() {}

    /**
     * Resolves everybody.
     *
     * @param directory who is there
     * @param configurations what the admins have written
     * @return the roster
     * @throws IllegalArgumentException if they belong to different organizations
     */
    public static Roster resolve(Directory directory, ConfigurationSet configurations) {
        return Roster.resolve(directory, configurations);
    }

    /**
     * Resolves one user, without making a roster of everybody.
     *
     * @param directory who is there
     * @param configurations what the admins have written
     * @param user who
     * @return the explanation
     * @throws IllegalArgumentException if there is no such user, or they belong to different organizations
     */
    public static Resolution resolve(Directory directory, ConfigurationSet configurations, UserId user) {
        return Roster.resolveOne(directory, configurations, user);
    }
}
