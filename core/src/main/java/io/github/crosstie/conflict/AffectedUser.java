package io.github.crosstie.conflict;

import java.util.Objects;

/**
 * Somebody whom a step meant for another would change.
 *
 * @param user who
 * @param before what they have now, such as {@code configuration Sales} or {@code role Marketing in business unit EMEA}
 * @param after what they would have then
 */
public record AffectedUser(OrganizationUser user, String before, String after) {

    /** Checks that nothing is null. */
    public AffectedUser {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    @Override
    public String toString() {
        return user + ": " + before + " → " + after;
    }
}
