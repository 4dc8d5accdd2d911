package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The organizations as one detection looks at them, each prepared when it is first needed. */
final class Views {

    private final Map<OrganizationId, Roster> rosters;
    private final Map<OrganizationId, OrganizationView> views = new HashMap<>();

    Views(Map<OrganizationId, Roster> rosters) {
        this.rosters = rosters;
    }

    OrganizationView view(OrganizationId id) {
        return views.computeIfAbsent(
                id, missing -> new OrganizationView(Objects.requireNonNull(rosters.get(missing), "roster")));
    }
}
