package io.github.crosstie.configuration;

import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For whom a configuration, or a set of a business unit, is meant (A1). Two assignments of one list have different targets.
 */
public sealed interface Assignment {

    /**
     * Which of the five ways it is.
     *
     * @return the kind
     */
    AssignmentKind kind();

    /**
     * The id of the user, profile, group or role.
     *
     * @return the id as text
     */
    String targetId();

    /**
     * When an admin made the assignment.
     *
     * @return the moment, or null if nobody recorded it
     */
    @Nullable
    Instant assignedAt();

    /**
     * Whether two assignments aim at the same target in the same way, whenever they were made.
     *
     * @param other the other
     * @return true if kind and target are equal
     */
    default boolean sameTarget(Assignment other) {
        return kind() == other.kind() && targetId().equals(other.targetId());
    }

    /**
     * One user, individually (A2, A3).
     *
     * @param user who
     * @param assignedAt when it was made, or null
     */
    record OfUser(UserId user, @Nullable Instant assignedAt) implements Assignment {
        /** Checks that the user is not null. */
        public OfUser {
            Objects.requireNonNull(user, "user");
        }

        /**
         * An assignment of which nobody recorded when it was made.
         *
         * @param user who
         */
        public OfUser(UserId user) {
            this(user, null);
        }

        @Override
        public AssignmentKind kind() {
            return AssignmentKind.USER;
        }

        @Override
        public String targetId() {
            return user.value();
        }
    }

    /**
     * Everybody with a profile (A4).
     *
     * @param profile which
     * @param assignedAt when it was made, or null
     */
    record OfProfile(ProfileId profile, @Nullable Instant assignedAt) implements Assignment {
        /** Checks that the profile is not null. */
        public OfProfile {
            Objects.requireNonNull(profile, "profile");
        }

        /**
         * An assignment of which nobody recorded when it was made.
         *
         * @param profile which
         */
        public OfProfile(ProfileId profile) {
            this(profile, null);
        }

        @Override
        public AssignmentKind kind() {
            return AssignmentKind.PROFILE;
        }

        @Override
        public String targetId() {
            return profile.value();
        }
    }

    /**
     * Everybody in a public group, nested groups and roles included (A11).
     *
     * @param group which
     * @param assignedAt when it was made, or null
     */
    record OfGroup(GroupId group, @Nullable Instant assignedAt) implements Assignment {
        /** Checks that the group is not null. */
        public OfGroup {
            Objects.requireNonNull(group, "group");
        }

        /**
         * An assignment of which nobody recorded when it was made.
         *
         * @param group which
         */
        public OfGroup(GroupId group) {
            this(group, null);
        }

        @Override
        public AssignmentKind kind() {
            return AssignmentKind.GROUP;
        }

        @Override
        public String targetId() {
            return group.value();
        }
    }

    /**
     * Everybody in exactly one role.
     *
     * @param role which
     * @param assignedAt when it was made, or null
     */
    record OfRole(RoleId role, @Nullable Instant assignedAt) implements Assignment {
        /** Checks that the role is not null. */
        public OfRole {
            Objects.requireNonNull(role, "role");
        }

        /**
         * An assignment of which nobody recorded when it was made.
         *
         * @param role which
         */
        public OfRole(RoleId role) {
            this(role, null);
        }

        @Override
        public AssignmentKind kind() {
            return AssignmentKind.ROLE;
        }

        @Override
        public String targetId() {
            return role.value();
        }
    }

    /**
     * Everybody in a role or in a role below it (A10).
     *
     * @param role the top of the subtree
     * @param internalOnly whether portal roles, and everything below them, are left out; true by default
     * @param assignedAt when it was made, or null
     */
    record OfRoleAndSubordinates(
            RoleId role, boolean internalOnly, @Nullable Instant assignedAt) implements Assignment {
        /** Checks that the role is not null. */
        public OfRoleAndSubordinates {
            Objects.requireNonNull(role, "role");
        }

        /**
         * Internal roles only, as by default, of which nobody recorded when it was made.
         *
         * @param role the top of the subtree
         */
        public OfRoleAndSubordinates(RoleId role) {
            this(role, true, null);
        }

        @Override
        public AssignmentKind kind() {
            return AssignmentKind.ROLE_AND_SUBORDINATES;
        }

        @Override
        public String targetId() {
            return role.value();
        }
    }
}
