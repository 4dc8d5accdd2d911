package io.github.crosstie.directory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role in the role forest.
 *
 * @param id its id
 * @param developerName its unique name for programs
 * @param name its name for people
 * @param parent the role above, or null for a root; there may be several roots
 * @param portal whether it is a partner or customer role: left out of internal subtrees, with everything below it (A10)
 */
public record Role(
        RoleId id,
        String developerName,
        String name,
        @Nullable RoleId parent,
        boolean portal) {
    /** Checks that nothing but the parent is null. */
    public Role {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(developerName, "developerName");
        Objects.requireNonNull(name, "name");
    }

    /**
     * An internal role.
     *
     * @param id its id
     * @param name its name, for programs and people alike
     * @param parent the role above, or null for a root
     * @return the role
     */
    public static Role internal(RoleId id, String name, @Nullable RoleId parent) {
        return new Role(id, name, name, parent, false);
    }
}
