package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;
import io.github.crosstie.directory.Roles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    final Strengths strengths;
    final UnknownClaims unknown;
    final List<UnresolvedTarget> unresolved = new ArrayList<>();

    /** Where the target of each assignment stands among the records of its kind, by configuration; -1 for nowhere. */
    private final int[][] targets;

    /** What applies to a user, by the strength of their best claim. */
    final int[] answers;

    /** What each profile says to its users' answers. */
    final long[] profileWords;

    /** What each role says, by whatever kind of assignment, shifted by one: the first word is for users without a role. */
    final long[] roleWords;

    /** What each group says to the users that it lists. */
    final long[] groupWords;

    private final AssignmentOrder order;

    /** Made for the first explanation, as most tables explain nobody. */
    private volatile @Nullable AssignmentIndex index;

    ClaimTable(ConfigurationSet set, Directory directory) {
        ranks = new ConfigurationRanks(set.configurations());
        order = set.order();
        strengths = new Strengths(ranks, order);
        answers = strengths.answers();
        targets = new int[ranks.count()][];
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
        unknown = new UnknownClaims(ranks, directory);
        profileWords = words(profiles, AssignmentKind.PROFILE);
        groupWords = words(groups, AssignmentKind.GROUP);
        roleWords = wordsOfRoles(directory.roles());
    }

    /** The assignments by target. Two threads that ask first may both make it: they make the same. */
    AssignmentIndex index() {
        @Nullable AssignmentIndex made = index;
        if (made == null) {
            made = new AssignmentIndex(ranks, order, targets);
            index = made;
        }
        return made;
    }

    private long[] words(Claims claims, AssignmentKind kind) {
        long[] wordOf = wordOf(kind);
        long[] words = new long[claims.count()];
        for (int thing = 0; thing < words.length; thing++) {
            words[thing] = claims.word(thing, wordOf);
        }
        return words;
    }

    private long[] wordsOfRoles(Roles forest) {
        long[] byRole = words(roles, AssignmentKind.ROLE);
        long[] bySubtree = words(subtrees, AssignmentKind.ROLE_AND_SUBORDINATES);
        long[] byGroup = words(groupsOfRole, AssignmentKind.GROUP);
        long[] words = new long[forest.size() + 1];
        for (int role = 0; role < forest.size(); role++) {
            long word = ClaimWord.both(ClaimWord.both(byRole[role], bySubtree[role]), byGroup[role]);
            words[role + 1] = forest.lineageKnown(role) ? word : ClaimWord.withUnknownLineage(word);
        }
        return words;
    }

    private long[] wordOf(AssignmentKind kind) {
        long[] words = new long[ranks.count()];
        for (int ordinal = 0; ordinal < words.length; ordinal++) {
            words[ordinal] = strengths.word(kind, ordinal);
        }
        return words;
    }

    /**
     * Whether a table made of other configurations and another directory would read the same: nothing changed but users, and
     * none of them is assigned individually without having been there before.
     *
     * @param earlier the directory that this table was made for
     */
    boolean holdsFor(ConfigurationSet set, Directory earlier, Directory now) {
        return now.sameStructure(earlier)
                && now.profiles() == earlier.profiles()
                && unresolved.stream().allMatch(target -> slotOf(target.assignment(), now) < 0)
                && ranks.same(set.configurations());
    }

    private void claim(int ordinal, Directory directory, Subtrees direct) {
        SyncConfiguration configuration = ranks.at(ordinal);
        List<Assignment> assignments = configuration.assignments();
        targets[ordinal] = new int[assignments.size()];
        for (int at = 0; at < assignments.size(); at++) {
            Assignment assignment = assignments.get(at);
            int slot = slotOf(assignment, directory);
            targets[ordinal][at] = slot;
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

    /** Where the target of an assignment stands among the records of its kind, or -1. */
    static int slotOf(Assignment assignment, Directory directory) {
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
            int[] members = nesting.componentMembers(component).toArray();
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
