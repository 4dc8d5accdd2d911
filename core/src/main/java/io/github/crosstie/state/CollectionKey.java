package io.github.crosstie.state;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import java.util.Objects;

/**
 * Names one collection: a user's records of one kind. The unit of leases, cursors and rounds.
 *
 * @param organization the CRM's organization
 * @param user the CRM user
 * @param kind contacts or events
 */
public record CollectionKey(OrganizationId organization, UserId user, ItemKind kind) {

    /** Requires all parts. */
    public CollectionKey {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public String toString() {
        return organization + "/" + user + "/" + kind;
    }
}
