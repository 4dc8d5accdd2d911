package io.github.crosstie.conflict;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.Comparator;
import java.util.Objects;

/**
 * A user, named across organizations.
 *
 * @param organization whose user
 * @param user who
 */
public record OrganizationUser(OrganizationId organization, UserId user) implements Comparable<OrganizationUser> {

    private static final Comparator<OrganizationUser> ORDER =
            Comparator.comparing(OrganizationUser::organization).thenComparing(OrganizationUser::user);

    /** Checks that nothing is null. */
    public OrganizationUser {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
    }

    @Override
    public int compareTo(OrganizationUser other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "user " + user + " of organization " + organization;
    }
}
