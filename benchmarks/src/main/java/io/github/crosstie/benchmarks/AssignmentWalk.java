package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user would write to resolve one user: walk the assignments, strongest first, and look whether they mean the user.
 * The assignments are sorted beforehand; what a walk has found out about a group, it remembers.
 */
final class AssignmentWalk {

    private final List<Claim> claims;

    AssignmentWalk(OrganizationSetup setup) {
        claims = StrongestFirst.claims(setup.configurations());
    }

    /** The configuration that a user syncs by. */
    Optional<ConfigurationId> effective(Directory directory, User user) {
        if (!user.active()) {
            return Optional.empty();
        }
        Map<GroupId, Boolean> known = new HashMap<>();
        return claims.stream()
                .filter(claim -> claim.configuration().active() && means(directory, claim.assignment(), user, known))
                .map(claim -> claim.configuration().id())
                .findFirst();
    }

    /** All assignments that mean a user. */
    List<Assignment> routes(Directory directory, User user) {
        Map<GroupId, Boolean> known = new HashMap<>();
        return claims.stream()
                .map(Claim::assignment)
                .filter(assignment -> means(directory, assignment, user, known))
                .toList();
    }

    private static boolean means(
            Directory directory, Assignment assignment, User user, Map<GroupId, Boolean> known) {
        if (assignment instanceof Assignment.OfUser of) {
            return of.user().equals(user.id());
        }
        if (assignment instanceof Assignment.OfProfile of) {
            return of.profile().equals(user.profile());
        }
        if (assignment instanceof Assignment.OfGroup of) {
            return holds(directory, of.group(), user, known);
        }
        if (assignment instanceof Assignment.OfRole of) {
            return user.role().equals(Optional.of(of.role()));
        }
        Assignment.OfRoleAndSubordinates of = (Assignment.OfRoleAndSubordinates) assignment;
        return inSubtree(directory, of.role(), of.internalOnly(), user);
    }

    private static boolean inSubtree(Directory directory, RoleId top, boolean internalOnly, User user) {
        return user.role()
                .filter(role -> directory
                        .roles()
                        .inSubtree(
                                directory.roles().slot(role), directory.roles().slot(top), internalOnly))
                .isPresent();
    }

    private static boolean holds(Directory directory, GroupId group, User user, Map<GroupId, Boolean> known) {
        Boolean before = known.putIfAbsent(group, false);
        if (before != null) {
            return before;
        }
        boolean found = directory.groups().members(group).contains(new Member.OfUser(user.id()))
                || directory.groups().members(group).stream()
                        .filter(member -> !(member instanceof Member.OfUser))
                        .anyMatch(member -> holds(directory, member, user, known));
        known.put(group, found);
        return found;
    }

    private static boolean holds(Directory directory, Member member, User user, Map<GroupId, Boolean> known) {
        if (member instanceof Member.OfGroup of) {
            return holds(directory, of.group(), user, known);
        }
        if (member instanceof Member.OfRole of) {
            return user.role().equals(Optional.of(of.role()));
        }
        return member instanceof Member.OfRoleAndSubordinates of
                && inSubtree(directory, of.role(), of.internalOnly(), user);
    }
}
