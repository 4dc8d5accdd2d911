package io.github.crosstie.directory;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something odd in a listing that the directory lives with. Harmless unless {@link #makesUnknown} says otherwise; each case
 * says what was done about it.
 */
public sealed interface DirectoryProblem {

    /**
     * What is odd and what was done about it, for people.
     *
     * @return one sentence that names the records
     */
    String message();

    /**
     * Whether some membership is unknown because of it, so that nothing may be removed on its strength (A12, G3).
     *
     * @return true if so
     */
    default boolean makesUnknown() {
        return false;
    }

    /**
     * A group lists itself; the row is ignored (A11).
     *
     * @param group the group
     */
    record SelfMembership(Group group) implements DirectoryProblem {
        @Override
        public String message() {
            return "group " + group.developerName() + " is a member of itself; the row is ignored";
        }
    }

    /**
     * Groups contain each other; all of them have the same members (A11).
     *
     * @param groups the groups of the cycle, ordered by id
     */
    record GroupCycle(List<Group> groups) implements DirectoryProblem {
        /** Copies the list. */
        public GroupCycle {
            groups = List.copyOf(groups);
        }

        @Override
        public String message() {
            return "groups contain each other and so have the same members: "
                    + groups.stream().map(Group::developerName).collect(Collectors.joining(", "));
        }
    }

    /**
     * A group is reached from another on two ways; its members count once (A11).
     *
     * @param outer the group from which two ways lead
     * @param inner the group to which they lead
     */
    record GroupDiamond(Group outer, Group inner) implements DirectoryProblem {
        @Override
        public String message() {
            return "group " + inner.developerName() + " is in group " + outer.developerName()
                    + " on more than one way; its members count once";
        }
    }

    /**
     * The same membership is listed more than once; it counts once (A11).
     *
     * @param group the group
     * @param member the member
     */
    record DuplicateMembership(Group group, Member member) implements DirectoryProblem {
        @Override
        public String message() {
            return "group " + group.developerName() + " lists " + member + " more than once; it counts once";
        }
    }

    /**
     * A member of a group cannot be read, so the group's closure is unknown (A12).
     *
     * @param group the group
     * @param member the member's id as listed
     * @param reason why it cannot be read
     */
    record UnreadableMember(Group group, String member, Member.Unreadable.Reason reason) implements DirectoryProblem {
        @Override
        public String message() {
            return "group " + group.developerName() + " lists " + member + ", which cannot be read (" + reason
                    + "); who is in the group is unknown until it can: grant the permission or remove the row";
        }

        @Override
        public boolean makesUnknown() {
            return true;
        }
    }

    /**
     * A role names a parent that was not listed; it stands as a root (A13).
     *
     * @param role the role
     * @param parent the parent's id as listed
     */
    record OrphanRole(Role role, RoleId parent) implements DirectoryProblem {
        @Override
        public String message() {
            return "role " + role.developerName() + " names the parent " + parent
                    + ", which is not listed; it stands as a root: grant the permission to view roles";
        }

        @Override
        public boolean makesUnknown() {
            return true;
        }
    }

    /**
     * A user names a role that was not listed; the role stands as a root of its own.
     *
     * @param user the user
     * @param role the role's id as listed
     */
    record UnlistedRole(UserId user, RoleId role) implements DirectoryProblem {
        @Override
        public String message() {
            return "user " + user + " has the role " + role
                    + ", which is not listed; which roles stand above it is unknown: grant the permission to view roles";
        }

        @Override
        public boolean makesUnknown() {
            return true;
        }
    }

    /**
     * A user names a profile that was not listed; assignments to its id work all the same.
     *
     * @param user the user
     * @param profile the profile's id as listed
     */
    record UnlistedProfile(UserId user, ProfileId profile) implements DirectoryProblem {
        @Override
        public String message() {
            return "user " + user + " has the profile " + profile + ", which is not listed; its name is unknown";
        }
    }

    /**
     * Two different records have the same id; the later one counts.
     *
     * @param id the id
     */
    record DuplicateRecord(String id) implements DirectoryProblem {
        @Override
        public String message() {
            return "two different records have the id " + id
                    + "; the later one counts: the listing changed while it was read";
        }
    }
}
