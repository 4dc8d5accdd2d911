package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.Incubating;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an admin thinks of doing to one organization, to be tried on a snapshot of it; the organization itself is not touched.
 * Any function from a setup to another one of the same organization will do, a {@code RemedyStep::applyTo} among them.
 *
 * <pre>{@code
 * RosterDifference difference = crosstie.whatIf(acme,
 *         Supposition.moveRole(emea, worldwide).and(Supposition.changeProfile(anna, support)));
 * }</pre>
 */
@Incubating
@FunctionalInterface
public interface Supposition {

    /**
     * Tries it. Pure: the same setup gives the same answer.
     *
     * @param setup the organization as it is
     * @return as it would be, of the same organization
     * @throws IllegalArgumentException if it names something that is not there
     */
    OrganizationSetup applyTo(OrganizationSetup setup);

    /**
     * Both, this one first.
     *
     * @param next what is done then
     * @return the two of them
     */
    default Supposition and(Supposition next) {
        return setup -> next.applyTo(applyTo(setup));
    }

    /**
     * A role stands below another one.
     *
     * @param role the role
     * @param parent the role above it; null for none
     * @return the supposition
     */
    static Supposition moveRole(RoleId role, @Nullable RoleId parent) {
        return setup -> {
            Role old = setup.directory().roles().find(role).orElseThrow(() -> missing("role", role));
            Role moved = new Role(old.id(), old.developerName(), old.name(), parent, old.portal());
            return setup.with(setup.directory().update().put(moved).build());
        };
    }

    /**
     * A user has another role.
     *
     * @param user who
     * @param role the role; null for none
     * @return the supposition
     */
    static Supposition changeRole(UserId user, @Nullable RoleId role) {
        return ofUser(user, builder -> builder.role(role));
    }

    /**
     * A user has another profile.
     *
     * @param user who
     * @param profile the profile
     * @return the supposition
     */
    static Supposition changeProfile(UserId user, ProfileId profile) {
        return ofUser(user, builder -> builder.profile(profile));
    }

    /**
     * A user is active, or inactive.
     *
     * @param user who
     * @param active whether the user is active
     * @return the supposition
     */
    static Supposition setActive(UserId user, boolean active) {
        return ofUser(user, builder -> builder.active(active));
    }

    private static Supposition ofUser(UserId user, UnaryOperator<User.Builder> edit) {
        return setup -> {
            User old = setup.directory().users().find(user).orElseThrow(() -> missing("user", user));
            User changed = edit.apply(old.toBuilder()).build();
            return setup.with(setup.directory().update().put(changed).build());
        };
    }

    /**
     * Somebody, or something, is a direct member of a group.
     *
     * @param group the group
     * @param member the member
     * @return the supposition
     */
    static Supposition addMember(GroupId group, Member member) {
        return ofGroup(group, builder -> builder.addMember(group, member));
    }

    /**
     * Somebody, or something, is no longer a direct member of a group.
     *
     * @param group the group
     * @param member the member
     * @return the supposition
     */
    static Supposition removeMember(GroupId group, Member member) {
        return ofGroup(group, builder -> builder.removeMember(group, member));
    }

    private static Supposition ofGroup(GroupId group, UnaryOperator<DirectoryBuilder> edit) {
        return setup -> {
            Directory directory = setup.directory();
            if (directory.groups().slot(group) < 0) {
                throw missing("group", group);
            }
            return setup.with(edit.apply(directory.update()).build());
        };
    }

    /**
     * A configuration is active, or inactive.
     *
     * @param configuration the configuration
     * @param active whether it is active
     * @return the supposition
     */
    static Supposition setActive(ConfigurationId configuration, boolean active) {
        return setup -> {
            if (setup.configurations().find(configuration).isEmpty()) {
                throw missing("configuration", configuration);
            }
            return setup.with(setup.configurations().edit(configuration, builder -> builder.active(active)));
        };
    }

    private static IllegalArgumentException missing(String kind, Object id) {
        return new IllegalArgumentException(
                "the supposition names " + kind + " " + id + ", which is not there; ids are case-sensitive");
    }
}
