package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.UserId;
import java.util.Objects;

/**
 * One user who syncs.
 *
 * @param user who
 * @param configuration by which configuration
 * @param kind by which kind of assignment
 */
public record Enrollment(UserId user, ConfigurationId configuration, AssignmentKind kind) {
    /** Checks that nothing is null. */
    public Enrollment {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(kind, "kind");
    }
}
