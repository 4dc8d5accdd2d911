package io.github.crosstie.directory;

import java.util.Objects;

/**
 * A public group. Who is in it stands in the directory, not here.
 *
 * @param id its id
 * @param developerName its unique name for programs
 * @param name its name for people
 */
public record Group(GroupId id, String developerName, String name) {
    /** Checks that nothing is null. */
    public Group {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(developerName, "developerName");
        Objects.requireNonNull(name, "name");
    }
}
