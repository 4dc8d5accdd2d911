package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the ways into an organization's lists, with the doors of each. Keeps what it found out about groups and profiles;
 * used by one thread, while an organization is looked at.
 */
final class Ways {

    private final Directory directory;
    private final OrganizationId organization;
    private final GroupReach reach;
    private final SpareProfiles spare;

    Ways(Roster roster, SpareProfiles spare) {
        this.spare = spare;
        directory = roster.directory();
        organization = directory.organization().id();
        reach = new GroupReach(directory);
    }

    /** The ways into configurations, leftovers of moved assignments included: they come back when the later one goes. */
    List<Way> intoConfigurations(Resolution resolution) {
        int slot = directory.users().slot(resolution.user());
        return resolution.routes().stream()
                .map(route -> way(new AssignmentList.OfConfiguration(route.configuration()), route.assignment(), slot))
                .toList();
    }

    /** The ways into a set of a business unit. */
    List<Way> intoSet(BusinessUnit unit, EngagementSet set, int slot) {
        User user = directory.users().at(slot);
        AssignmentList list = new AssignmentList.OfBusinessUnit(unit.id(), set);
        return unit.assignments(set).stream()
                .filter(each ->
                        !(each instanceof Assignment.OfUser of) || of.user().equals(user.id()))
                .map(each -> way(list, each, slot))
                .filter(Way::closable)
                .toList();
    }

    private Way way(AssignmentList list, Assignment assignment, int slot) {
        User user = directory.users().at(slot);
        if (assignment instanceof Assignment.OfUser) {
            return new Way(
                    list, assignment, Set.of(new RemedyStep.RemoveIndividualAssignment(organization, list, user.id())));
        }
        if (assignment instanceof Assignment.OfProfile) {
            return new Way(list, assignment, profileDoor(user));
        }
        Set<RemedyStep> doors = new HashSet<>();
        int role = directory.users().role(slot);
        if (assignment instanceof Assignment.OfGroup of) {
            int group = directory.groups().slot(of.group());
            for (int at = 0; group >= 0 && at < directory.users().groupCount(slot); at++) {
                int direct = directory.users().group(slot, at);
                if (reach.holds(group, direct)) {
                    doors.add(new RemedyStep.RemoveGroupMembership(
                            organization, directory.groups().at(direct).id(), user.id()));
                }
            }
        }
        if (role >= 0 && meansRole(assignment, role)) {
            doors.add(new RemedyStep.ChangeRole(organization, user.id(), null));
        }
        return new Way(list, assignment, doors);
    }

    private boolean meansRole(Assignment assignment, int role) {
        if (assignment instanceof Assignment.OfGroup of) {
            int group = directory.groups().slot(of.group());
            return group >= 0 && reach.holdsRole(group, role);
        }
        if (assignment instanceof Assignment.OfRole of) {
            return directory.roles().slot(of.role()) == role;
        }
        return assignment instanceof Assignment.OfRoleAndSubordinates of
                && directory.roles().slot(of.role()) >= 0
                && directory.roles().inSubtree(role, directory.roles().slot(of.role()), of.internalOnly());
    }

    private Set<RemedyStep> profileDoor(User user) {
        return spare.profileFor(user)
                .<Set<RemedyStep>>map(to -> Set.of(new RemedyStep.ChangeProfile(organization, user.id(), to)))
                .orElse(Set.of());
    }
}
