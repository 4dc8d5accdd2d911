package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Route;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a conflict.
 *
 * @param organization whose user; tells the environment too
 * @param user who; null if the participant is a profile as a whole (C4)
 * @param configuration the one that the user syncs by, would sync by if it were switched on, or that lists them (C4); null if
 *     none is concerned (C10)
 * @param active whether that configuration is active; false if there is none
 * @param standing how the user stands to the mailbox
 * @param routes every route that claims the user, with witness paths, the effective one first
 */
public record Participant(
        Organization organization,
        @Nullable UserId user,
        @Nullable ConfigurationId configuration,
        boolean active,
        Standing standing,
        List<Route> routes) {

    /** Copies the list. */
    public Participant {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(standing, "standing");
        routes = List.copyOf(routes);
    }

    @Override
    public String toString() {
        return (user == null ? "everybody" : "user " + user) + " of " + organization
                + (configuration == null
                        ? ""
                        : " in configuration " + configuration + (active ? " (active)" : " (inactive)"));
    }
}
