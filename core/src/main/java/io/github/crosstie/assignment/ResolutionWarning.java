package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.RoleId;

/** Something that a reader of a resolution must know. */
public sealed interface ResolutionWarning {

    /**
     * The warning, for people.
     *
     * @return one sentence with the remedy
     */
    String message();

    /**
     * An inactive configuration claims the user individually, another one applies (A7). Switching it on would change the
     * user's effective configuration without an edit to the user.
     *
     * @param dormant the inactive configuration
     * @param effective the one that applies
     */
    record DormantIndividualClaim(ConfigurationId dormant, ConfigurationId effective) implements ResolutionWarning {
        @Override
        public String message() {
            return "inactive configuration " + dormant + " lists the user individually; " + effective
                    + " applies until it is switched on: remove the user from it if that is not meant";
        }
    }

    /**
     * Who is in an assigned group is unknown, because it or a member of it cannot be read, and the user might be (A12).
     *
     * @param configuration the configuration that the group is assigned to
     * @param group the assigned group
     */
    record UnknownGroup(ConfigurationId configuration, GroupId group) implements ResolutionWarning {
        @Override
        public String message() {
            return "group " + group + ", assigned to " + configuration
                    + ", cannot be read wholly; the user might be in it: grant the permission or remove what cannot be read";
        }
    }

    /**
     * Which roles stand above the user's is unknown, so a role-and-subordinates assignment might mean the user (A13).
     *
     * @param role the user's role
     */
    record UnknownLineage(RoleId role) implements ResolutionWarning {
        @Override
        public String message() {
            return "which roles stand above role " + role
                    + " is unknown, because one was not listed: grant the permission to view roles";
        }
    }

    /** The directory was not proven complete, so a missing membership proves nothing (G3). */
    record IncompleteDirectory() implements ResolutionWarning {
        @Override
        public String message() {
            return "the directory was not read completely; a membership that is not seen may exist: read it again";
        }
    }
}
