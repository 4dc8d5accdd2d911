package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.RemedyStep.DropAssignment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Users;
import io.github.crosstie.role.BusinessUnitRoles;
import io.github.crosstie.role.RoleDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom the dropping of assignments changes, found by really dropping them and comparing everybody. Remembers what it
 * found, as many findings propose the same; used by one thread.
 */
final class SideEffects {

    private final Roster roster;
    private final OrganizationId organization;
    private final Map<Set<DropAssignment>, List<AffectedUser>> known = new HashMap<>();

    SideEffects(Roster roster) {
        this.roster = roster;
        organization = roster.directory().organization().id();
    }

    /** Everybody affected but those it is meant for. */
    List<AffectedUser> of(Collection<DropAssignment> drops, Collection<OrganizationUser> meant) {
        return drops.isEmpty()
                ? List.of()
                : new Bystanders(known.computeIfAbsent(Set.copyOf(drops), this::affected), meant);
    }

    private List<AffectedUser> affected(Set<DropAssignment> drops) {
        OrganizationSetup setup = new OrganizationSetup(roster.directory(), roster.configurations());
        for (DropAssignment drop : drops) {
            setup = drop.applyTo(setup);
        }
        List<AffectedUser> affected = new ArrayList<>();
        Roster after = roster.update(setup.directory(), setup.configurations());
        addConfigurations(after, affected);
        if (!setup.configurations()
                .businessUnits()
                .equals(roster.configurations().businessUnits())) {
            addRoles(after, affected);
        }
        affected.sort((one, other) -> one.user().compareTo(other.user()));
        return List.copyOf(affected);
    }

    private void addConfigurations(Roster after, List<AffectedUser> affected) {
        for (int slot = 0; slot < users().size(); slot++) {
            Optional<ConfigurationId> now = roster.configuration(slot).map(SyncConfiguration::id);
            Optional<ConfigurationId> then = after.configuration(slot).map(SyncConfiguration::id);
            if (!now.equals(then)) {
                affected.add(new AffectedUser(user(slot), words(now), words(then)));
            }
        }
    }

    private void addRoles(Roster after, List<AffectedUser> affected) {
        BusinessUnitRoles now = roles(roster);
        BusinessUnitRoles then = roles(after);
        for (int slot = 0; slot < users().size(); slot++) {
            String before = words(now, slot);
            String afterwards = words(then, slot);
            if (!before.equals(afterwards)) {
                affected.add(new AffectedUser(user(slot), before, afterwards));
            }
        }
    }

    private static BusinessUnitRoles roles(Roster roster) {
        return BusinessUnitRoles.of(
                SetMembership.of(roster.directory(), roster.configurations().businessUnits()));
    }

    private static String words(BusinessUnitRoles roles, int slot) {
        String words = roles.decisions(slot).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof RoleDecision.Granted)
                .map(entry -> "role " + ((RoleDecision.Granted) entry.getValue()).role() + " in business unit "
                        + entry.getKey())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no role in a business unit" : words;
    }

    private static String words(Optional<ConfigurationId> configuration) {
        return configuration.map(id -> "configuration " + id).orElse("no configuration");
    }

    private Users users() {
        return roster.directory().users();
    }

    private OrganizationUser user(int slot) {
        return new OrganizationUser(organization, users().at(slot).id());
    }
}
