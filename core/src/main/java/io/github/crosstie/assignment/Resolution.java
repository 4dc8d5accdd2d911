package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one user syncs by, and why (A8).
 *
 * @param user who
 * @param status what came of it
 * @param routes every route that claims the user, the effective one first if there is one, then by strength
 * @param warnings what a reader must know
 * @param certain whether no unreadable membership could change the answer; if not, nothing is removed on its strength
 *     (A12, G3)
 */
public record Resolution(
        UserId user, ResolutionStatus status, List<Route> routes, List<ResolutionWarning> warnings, boolean certain) {

    /** Copies the lists. */
    public Resolution {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(status, "status");
        routes = List.copyOf(routes);
        warnings = List.copyOf(warnings);
    }

    /**
     * The route that applies.
     *
     * @return the effective route, or empty if the user does not sync
     */
    public Optional<Route> effective() {
        return routes.stream()
                .filter(route -> route.verdict() == RouteVerdict.EFFECTIVE)
                .findFirst();
    }

    /**
     * The configuration that applies.
     *
     * @return its id, or empty if the user does not sync
     */
    public Optional<ConfigurationId> configuration() {
        return effective().map(Route::configuration);
    }

    /**
     * The routes that claim the user for an inactive configuration (A6).
     *
     * @return the dormant routes, by strength
     */
    public Stream<Route> dormant() {
        return routes.stream().filter(route -> route.verdict() == RouteVerdict.DORMANT);
    }
}
