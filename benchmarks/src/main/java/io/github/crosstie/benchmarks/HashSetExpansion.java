package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user would write: index the users by profile and role, expand every assignment into a set of users, strongest first,
 * and let the first claim stand.
 */
final class HashSetExpansion {

    /**
     * What came of it.
     *
     * @param effective by which configuration each user syncs
     * @param dormant whom inactive configurations claim
     */
    record Answers(Map<UserId, ConfigurationId> effective, Set<UserId> dormant) {}

    private final Directory directory;
    private final Map<ProfileId, List<UserId>> byProfile = new HashMap<>();
    private final Map<RoleId, List<UserId>> byRole = new HashMap<>();
    private final Map<RoleId, List<Role>> below = new HashMap<>();

    private HashSetExpansion(Directory directory) {
        this.directory = directory;
        for (Role role : directory.roles().all()) {
            if (role.parent() != null) {
                below.computeIfAbsent(role.parent(), none -> new ArrayList<>()).add(role);
            }
        }
        for (User user : directory.users().all()) {
            byProfile.computeIfAbsent(user.profile(), none -> new ArrayList<>()).add(user.id());
            user.role()
                    .ifPresent(role -> byRole.computeIfAbsent(role, none -> new ArrayList<>())
                            .add(user.id()));
        }
    }

    static Answers resolve(OrganizationSetup setup) {
        Map<UserId, ConfigurationId> effective = new HashMap<>();
        Set<UserId> dormant = new HashSet<>();
        HashSetExpansion expansion = new HashSetExpansion(setup.directory());
        for (Claim claim : StrongestFirst.claims(setup.configurations())) {
            Set<UserId> meant = new HashSet<>();
            expansion.expand(claim.assignment(), meant);
            if (claim.configuration().active()) {
                meant.forEach(user ->
                        effective.putIfAbsent(user, claim.configuration().id()));
            } else {
                dormant.addAll(meant);
            }
        }
        setup.directory().users().all().stream()
                .filter(user -> !user.active())
                .map(User::id)
                .forEach(effective::remove);
        return new Answers(effective, dormant);
    }

    private void expand(Assignment assignment, Set<UserId> into) {
        if (assignment instanceof Assignment.OfUser of) {
            if (directory.users().slot(of.user()) >= 0) {
                into.add(of.user());
            }
        } else if (assignment instanceof Assignment.OfProfile of) {
            into.addAll(byProfile.getOrDefault(of.profile(), List.of()));
        } else if (assignment instanceof Assignment.OfRole of) {
            into.addAll(byRole.getOrDefault(of.role(), List.of()));
        } else if (assignment instanceof Assignment.OfRoleAndSubordinates of) {
            expandSubtree(of.role(), of.internalOnly(), into);
        } else if (assignment instanceof Assignment.OfGroup of) {
            expandGroup(of.group(), new HashSet<>(), into);
        }
    }

    private void expandSubtree(RoleId top, boolean internalOnly, Set<UserId> into) {
        int slot = directory.roles().slot(top);
        if (internalOnly && directory.roles().external(slot)) {
            return;
        }
        into.addAll(byRole.getOrDefault(top, List.of()));
        for (Role role : below.getOrDefault(top, List.of())) {
            if (!(internalOnly && role.portal())) {
                expandSubtree(role.id(), internalOnly, into);
            }
        }
    }

    private void expandGroup(GroupId group, Set<GroupId> seen, Set<UserId> into) {
        if (!seen.add(group)) {
            return;
        }
        for (Member member : directory.groups().members(group)) {
            if (member instanceof Member.OfUser of) {
                into.add(of.user());
            } else if (member instanceof Member.OfGroup of) {
                expandGroup(of.group(), seen, into);
            } else if (member instanceof Member.OfRole of) {
                into.addAll(byRole.getOrDefault(of.role(), List.of()));
            } else if (member instanceof Member.OfRoleAndSubordinates of) {
                expandSubtree(of.role(), of.internalOnly(), into);
            }
        }
    }
}
