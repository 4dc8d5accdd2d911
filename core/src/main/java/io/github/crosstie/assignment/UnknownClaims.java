package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;

/**
 * The strongest active configurations that might claim somebody by a membership that cannot be read (A12): whoever has a
 * stronger answer is certain.
 */
final class UnknownClaims {

    private final Directory directory;
    private final ConfigurationRanks ranks;
    private final boolean[] holdsSubtree;
    private int group = Claims.NONE;
    private int subtree = Claims.NONE;
    private int subtreeInGroup = Claims.NONE;

    UnknownClaims(ConfigurationRanks ranks, Directory directory) {
        this.ranks = ranks;
        this.directory = directory;
        holdsSubtree = groupsThatHoldSubtrees(directory.groups());
        for (int ordinal = 0; ordinal < ranks.count(); ordinal++) {
            if (ranks.active(ordinal)) {
                for (Assignment assignment : ranks.at(ordinal).assignments()) {
                    note(assignment, ordinal);
                }
            }
        }
    }

    private static boolean[] groupsThatHoldSubtrees(Groups groups) {
        boolean[] found = new boolean[groups.size()];
        for (int component = 0; component < groups.componentCount(); component++) {
            boolean holds = false;
            int[] members = groups.componentMembers(component).toArray();
            for (int member : members) {
                holds |= !groups.roleSubtrees(member).isEmpty();
                for (int at = 0; at < groups.subgroupCount(member); at++) {
                    holds |= found[groups.subgroup(member, at)];
                }
            }
            for (int member : members) {
                found[member] = holds;
            }
        }
        return found;
    }

    private void note(Assignment assignment, int ordinal) {
        if (unknownGroup(assignment)) {
            group = ranks.stronger(group, ordinal);
        }
        if (mayReachDown(assignment)) {
            if (assignment instanceof Assignment.OfGroup) {
                subtreeInGroup = ranks.stronger(subtreeInGroup, ordinal);
            } else {
                subtree = ranks.stronger(subtree, ordinal);
            }
        }
    }

    /** Whether an assigned group may hold anybody: it has members that cannot be read, or is not listed at all. */
    boolean unknownGroup(Assignment assignment) {
        if (assignment instanceof Assignment.OfGroup of) {
            int slot = directory.groups().slot(of.group());
            return slot < 0 || !directory.groups().known(slot);
        }
        return false;
    }

    /**
     * Whether an assignment may mean users whose role has unknown roles above it: a role and its subordinates, though the role
     * itself be hidden, or a group that holds such a subtree.
     */
    boolean mayReachDown(Assignment assignment) {
        if (assignment instanceof Assignment.OfGroup of) {
            int slot = directory.groups().slot(of.group());
            return slot >= 0 && holdsSubtree[slot];
        }
        return assignment instanceof Assignment.OfRoleAndSubordinates;
    }

    /** The strongest that might mean any user, by a group that cannot be read wholly; or NONE. */
    int group() {
        return group;
    }

    /** The strongest that might mean a user whose role has unknown roles above it, or NONE. */
    int subtree() {
        return subtree;
    }

    /** The strongest that might mean such a user by a group, or NONE. */
    int subtreeInGroup() {
        return subtreeInGroup;
    }

    /** Whether unknown groups weigh the same as before, so that users are affected only through what else changed. */
    boolean sameGroup(UnknownClaims earlier, long[] changedConfigurations) {
        return weighsTheSame(group, earlier.group, changedConfigurations);
    }

    /** As {@link #sameGroup}, for users whose role has unknown roles above it. */
    boolean sameSubtrees(UnknownClaims earlier, long[] changedConfigurations) {
        return weighsTheSame(subtree, earlier.subtree, changedConfigurations)
                && weighsTheSame(subtreeInGroup, earlier.subtreeInGroup, changedConfigurations);
    }

    private static boolean weighsTheSame(int now, int before, long[] changedConfigurations) {
        return now == before && (now < 0 || !ConfigurationRanks.contains(changedConfigurations, now));
    }
}
