package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;
import java.util.ArrayList;
import java.util.List;

/**
 * Every claim that configurations lay on users, profiles, roles and groups, spread along nesting and subtrees once, so that
 * a user is resolved by looking at their own profile, role and direct groups alone. Immutable once built.
 */
final class ClaimTable {

    final ConfigurationRanks ranks;
    final Individuals individuals;
    final Claims profiles;
    final Claims roles;
    final Claims subtrees;
    final Claims groups;
    final Claims groupsOfRole;

    /** Roles, subtrees and groups of roles together: what a user's role brings, by whatever kind. */
    final Claims allOfRole;

    final UnknownClaims unknown;
    final List<UnresolvedTarget> unresolved = new ArrayList<>();

    ClaimTable(ConfigurationSet set, Directory directory) {
        ranks = new ConfigurationRanks(set.configurations());
        individuals = new Individuals(ranks);
        profiles = new Claims(directory.profiles().size(), ranks);
        roles = new Claims(directory.roles().size(), ranks);
        groups = new Claims(directory.groups().size(), ranks);
        Subtrees direct = new Subtrees(directory.roles(), ranks);
        for (int ordinal = 0; ordinal < ranks.count(); ordinal++) {
            claim(ordinal, directory, direct);
        }
        placeProfiles(directory);
        nestGroups(directory.groups());
        subtrees = direct.spread();
        groupsOfRole = rolesInGroups(directory);
        allOfRole = new Claims(directory.roles().size(), ranks);
        for (Claims each : List.of(roles, subtrees, groupsOfRole)) {
            allOfRole.addAll(each);
        }
        unknown = new UnknownClaims(ranks, directory);
        for (Claims each : List.of(profiles, roles, groups, allOfRole)) {
            each.seal();
        }
    }

    private void claim(int ordinal, Directory directory, Subtrees direct) {
        SyncConfiguration configuration = ranks.at(ordinal);
        for (Assignment assignment : configuration.assignments()) {
            int slot = slotOf(assignment, directory);
            if (slot < 0) {
                unresolved.add(new UnresolvedTarget(configuration.id(), assignment));
            } else if (assignment instanceof Assignment.OfRole) {
                roles.add(slot, ordinal);
            } else if (assignment instanceof Assignment.OfGroup) {
                groups.add(slot, ordinal);
            } else if (assignment instanceof Assignment.OfRoleAndSubordinates subtree) {
                direct.add(slot, subtree.internalOnly(), ordinal);
            } else {
                individuals.add(assignment, slot, ordinal);
            }
        }
    }

    private static int slotOf(Assignment assignment, Directory directory) {
        if (assignment instanceof Assignment.OfUser user) {
            return directory.users().slot(user.user());
        }
        if (assignment instanceof Assignment.OfProfile profile) {
            return directory.profiles().slot(profile.profile());
        }
        if (assignment instanceof Assignment.OfGroup group) {
            return directory.groups().slot(group.group());
        }
        if (assignment instanceof Assignment.OfRole role) {
            return directory.roles().slot(role.role());
        }
        return directory.roles().slot(((Assignment.OfRoleAndSubordinates) assignment).role());
    }

    private void placeProfiles(Directory directory) {
        for (int slot = 0; slot < directory.profiles().size(); slot++) {
            int ordinal = individuals.ofProfile(slot);
            if (ordinal >= 0) {
                profiles.add(slot, ordinal);
            }
        }
    }

    /** Whoever claims a group claims the groups inside it: from the outermost component inwards. */
    private void nestGroups(Groups nesting) {
        for (int component = nesting.componentCount() - 1; component >= 0; component--) {
            int[] members = nesting.componentMembers(component);
            for (int member : members) {
                groups.addAll(members[0], groups, member);
            }
            for (int member : members) {
                groups.addAll(member, groups, members[0]);
                for (int at = 0; at < nesting.subgroupCount(member); at++) {
                    groups.addAll(nesting.subgroup(member, at), groups, member);
                }
            }
        }
    }

    private Claims rolesInGroups(Directory directory) {
        Subtrees byGroup = new Subtrees(directory.roles(), ranks);
        Groups nesting = directory.groups();
        for (int group = 0; group < nesting.size(); group++) {
            for (int at = 0; at < nesting.roleCount(group); at++) {
                byGroup.addSingle(nesting.role(group, at), groups, group);
            }
            for (Groups.RoleSubtree subtree : nesting.roleSubtrees(group)) {
                byGroup.addAll(subtree.role(), subtree.internalOnly(), groups, group);
            }
        }
        return byGroup.spread();
    }
}
