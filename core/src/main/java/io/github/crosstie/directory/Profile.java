package io.github.crosstie.directory;

import java.util.Objects;

/**
 * A profile: every user has exactly one.
 *
 * @param id its id
 * @param name its name
 */
public record Profile(ProfileId id, String name) {
    /** Checks that nothing is null. */
    public Profile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
