package io.github.crosstie.directory;

import java.util.Objects;

/** A direct member of a public group (A11). */
public sealed interface Member {

    /**
     * A user.
     *
     * @param user who
     */
    record OfUser(UserId user) implements Member {
        /** Checks that nothing is null. */
        public OfUser {
            Objects.requireNonNull(user, "user");
        }

        @Override
        public String toString() {
            return "user " + user;
        }
    }

    /**
     * Another public group, with all its members.
     *
     * @param group which
     */
    record OfGroup(GroupId group) implements Member {
        /** Checks that nothing is null. */
        public OfGroup {
            Objects.requireNonNull(group, "group");
        }

        @Override
        public String toString() {
            return "group " + group;
        }
    }

    /**
     * The users of exactly one role.
     *
     * @param role which
     */
    record OfRole(RoleId role) implements Member {
        /** Checks that nothing is null. */
        public OfRole {
            Objects.requireNonNull(role, "role");
        }

        @Override
        public String toString() {
            return "role " + role;
        }
    }

    /**
     * The users of a role and of every role below it.
     *
     * @param role the top of the subtree
     * @param internalOnly whether portal roles, and everything below them, are left out (A10)
     */
    record OfRoleAndSubordinates(RoleId role, boolean internalOnly) implements Member {
        /** Checks that nothing is null. */
        public OfRoleAndSubordinates {
            Objects.requireNonNull(role, "role");
        }

        @Override
        public String toString() {
            return (internalOnly ? "role and internal subordinates " : "role and subordinates ") + role;
        }
    }

    /**
     * A member that cannot be read: it makes the group's closure unknown, not smaller (A12).
     *
     * @param id the member's id as listed
     * @param reason why it cannot be read
     */
    record Unreadable(String id, Reason reason) implements Member {
        /** Why a member cannot be read. */
        public enum Reason {
            /** No record of that id was listed: deleted, or hidden by a missing permission. */
            DANGLING,
            /** A group of a type that this library does not expand. */
            UNSUPPORTED_GROUP_TYPE
        }

        /** Checks that nothing is null. */
        public Unreadable {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "unreadable member " + id;
        }
    }
}
