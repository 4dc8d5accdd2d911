package io.github.crosstie.conflict;

import io.github.crosstie.directory.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The organizations as one detection looks at them, each prepared when it is first needed. */
final class Views {

    private final Map<OrganizationId, OwnConflicts> organizations;
    private final Map<OrganizationId, OrganizationView> views = new HashMap<>();

    Views(Map<OrganizationId, OwnConflicts> organizations) {
        this.organizations = organizations;
    }

    /** Keeps a view that was prepared already, with what it has found out. */
    void add(OrganizationView view) {
        views.put(view.id(), view);
    }

    OrganizationView view(OrganizationId id) {
        return views.computeIfAbsent(
                id,
                missing -> Objects.requireNonNull(organizations.get(missing), "organization")
                        .view());
    }
}
