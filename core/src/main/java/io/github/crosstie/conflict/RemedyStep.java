package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One edit that an admin, or a program on their behalf, makes to settle a conflict. Applying it to a setup simulates the edit;
 * the organization itself is changed by its own admin. A step that is done already changes nothing.
 */
public sealed interface RemedyStep {

    /**
     * Where the edit is made.
     *
     * @return the organization
     */
    OrganizationId organization();

    /**
     * The edit in words.
     *
     * @return a clause in the imperative, without a full stop
     */
    String text();

    /**
     * Simulates the edit.
     *
     * @param setup the organization as it is
     * @return as it would be
     * @throws IllegalArgumentException if the setup is another organization's, or lacks the user or the list
     */
    OrganizationSetup applyTo(OrganizationSetup setup);

    /**
     * Takes an individual assignment away. Harmless: it concerns nobody else.
     *
     * @param organization where
     * @param from the configuration, or the set of a business unit, that lists the user
     * @param user who
     */
    record RemoveIndividualAssignment(OrganizationId organization, AssignmentList from, UserId user)
            implements RemedyStep {
        /** Checks that nothing is null. */
        public RemoveIndividualAssignment {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(user, "user");
        }

        @Override
        public String text() {
            return "remove user " + user + " from the individual assignments of " + from;
        }

        @Override
        public OrganizationSetup applyTo(OrganizationSetup setup) {
            return RemedySteps.without(this, setup, from, new Assignment.OfUser(user, null));
        }
    }

    /**
     * Takes the user out of a public group that lists them directly. Harmless: it concerns nobody else.
     *
     * @param organization where
     * @param group the group
     * @param user who
     */
    record RemoveGroupMembership(OrganizationId organization, GroupId group, UserId user) implements RemedyStep {
        /** Checks that nothing is null. */
        public RemoveGroupMembership {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(user, "user");
        }

        @Override
        public String text() {
            return "remove user " + user + " from group " + group;
        }

        @Override
        public OrganizationSetup applyTo(OrganizationSetup setup) {
            RemedySteps.check(this, setup);
            Directory directory = setup.directory()
                    .update()
                    .removeMember(group, new Member.OfUser(user))
                    .build();
            return setup.with(directory);
        }
    }

    /**
     * Gives the user another profile. Concerns nobody else, but a profile says what the user may do: check its permissions.
     *
     * @param organization where
     * @param user who
     * @param to the new profile
     */
    record ChangeProfile(OrganizationId organization, UserId user, ProfileId to) implements RemedyStep {
        /** Checks that nothing is null. */
        public ChangeProfile {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String text() {
            return "give user " + user + " profile " + to + " (check its permissions)";
        }

        @Override
        public OrganizationSetup applyTo(OrganizationSetup setup) {
            return RemedySteps.edited(this, setup, user, builder -> builder.profile(to));
        }
    }

    /**
     * Gives the user another role, or none. Concerns nobody else, but a role says which records the user sees.
     *
     * @param organization where
     * @param user who
     * @param to the new role, or null for none, which lets the user see least
     */
    record ChangeRole(
            OrganizationId organization,
            UserId user,
            @Nullable RoleId to) implements RemedyStep {
        /** Checks that nothing but the role is null. */
        public ChangeRole {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(user, "user");
        }

        @Override
        public String text() {
            return to == null
                    ? "take user " + user + " out of their role (or give them one that no list reaches)"
                    : "give user " + user + " role " + to;
        }

        @Override
        public OrganizationSetup applyTo(OrganizationSetup setup) {
            return RemedySteps.edited(this, setup, user, builder -> builder.role(to));
        }
    }

    /**
     * Corrects the user's e-mail address in the CRM. The address is personal data, so neither words nor {@code toString}
     * repeat it.
     *
     * @param organization where
     * @param user who
     * @param address the address to enter
     */
    record CorrectAddress(OrganizationId organization, UserId user, String address) implements RemedyStep {
        /** Checks that nothing is null. */
        public CorrectAddress {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String text() {
            return "enter the primary address of the mailbox as the e-mail address of user " + user;
        }

        @Override
        public OrganizationSetup applyTo(OrganizationSetup setup) {
            return RemedySteps.edited(this, setup, user, builder -> builder.emailAddress(address));
        }

        @Override
        public String toString() {
            return "CorrectAddress[" + organization + ", " + user + "]";
        }
    }

    /**
     * Takes a whole assignment away. May change what others sync by: the remedy says whose.
     *
     * @param organization where
     * @param from the configuration, or the set of a business unit, that lists the assignment
     * @param assignment what it lists
     */
    record DropAssignment(OrganizationId organization, AssignmentList from, Assignment assignment)
            implements RemedyStep {
        /** Checks that nothing is null. */
        public DropAssignment {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(assignment, "assignment");
        }

        @Override
        public String text() {
            return "drop " + AssignmentNames.of(assignment) + " from " + from;
        }

        @Override
        public OrganizationSetup applyTo(OrganizationSetup setup) {
            return RemedySteps.without(this, setup, from, assignment);
        }
    }
}
