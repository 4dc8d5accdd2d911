package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import java.util.Objects;

/**
 * One way by which a configuration claims a user, and what came of it (A8).
 *
 * @param configuration the configuration that claims
 * @param assignment its assignment
 * @param path how the user is meant by it
 * @param verdict why it applies or lost
 */
public record Route(ConfigurationId configuration, Assignment assignment, WitnessPath path, RouteVerdict verdict) {

    /** Checks that nothing is null. */
    public Route {
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(assignment, "assignment");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(verdict, "verdict");
    }

    @Override
    public String toString() {
        return configuration + " by " + path + ": " + verdict.reason();
    }
}
