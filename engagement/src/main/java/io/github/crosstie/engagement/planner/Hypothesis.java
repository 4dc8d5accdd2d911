package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an admin thinks of doing: several things at once, if need be. Not thread-safe.
 *
 * <pre>{@code
 * Hypothesis hypothesis = new Hypothesis()
 *         .moveRole(emea, worldwide)
 *         .mapProfile(campaigns, standard, EngagementRole.SALES_MANAGER);
 * }</pre>
 */
public final class Hypothesis {

    private final List<BiConsumer<Directory, DirectoryBuilder>> directoryChanges = new ArrayList<>();
    private final List<UnaryOperator<BusinessUnit>> unitChanges = new ArrayList<>();
    private final List<BusinessUnitId> unitsNamed = new ArrayList<>();

    /** Nothing is otherwise yet. */
    public Hypothesis() {}

    /**
     * A role stands below another one.
     *
     * @param role the role
     * @param parent the role above it; null for none
     * @return this
     */
    public Hypothesis moveRole(RoleId role, @Nullable RoleId parent) {
        return change((before, builder) -> {
            Role old = before.roles().find(role).orElseThrow(() -> missing("role", role));
            builder.put(new Role(old.id(), old.developerName(), old.name(), parent, old.portal()));
        });
    }

    /**
     * A user has another role.
     *
     * @param user who
     * @param role the role; null for none
     * @return this
     */
    public Hypothesis moveUser(UserId user, @Nullable RoleId role) {
        return changeUser(user, builder -> builder.role(role));
    }

    /**
     * A user has another profile.
     *
     * @param user who
     * @param profile the profile
     * @return this
     */
    public Hypothesis changeProfile(UserId user, ProfileId profile) {
        return changeUser(user, builder -> builder.profile(profile));
    }

    /**
     * A user is inactive.
     *
     * @param user who
     * @return this
     */
    public Hypothesis deactivate(UserId user) {
        return changeUser(user, builder -> builder.active(false));
    }

    private Hypothesis changeUser(UserId user, UnaryOperator<User.Builder> changed) {
        return change((before, builder) -> {
            User old = before.users().find(user).orElseThrow(() -> missing("user", user));
            builder.put(changed.apply(old.toBuilder()).build());
        });
    }

    /**
     * Somebody, or something, is a direct member of a group.
     *
     * @param group the group
     * @param member the member
     * @return this
     */
    public Hypothesis addMember(GroupId group, Member member) {
        return change((before, builder) -> {
            require(before, group);
            builder.addMember(group, member);
        });
    }

    /**
     * Somebody, or something, is no longer a direct member of a group.
     *
     * @param group the group
     * @param member the member
     * @return this
     */
    public Hypothesis removeMember(GroupId group, Member member) {
        return change((before, builder) -> {
            require(before, group);
            builder.removeMember(group, member);
        });
    }

    /**
     * A group is gone: from the directory, from the groups that hold it, and from all sets.
     *
     * @param group the group
     * @return this
     */
    public Hypothesis removeGroup(GroupId group) {
        change((before, builder) -> {
            require(before, group);
            Member asMember = new Member.OfGroup(group);
            before.groups().all().stream()
                    .filter(outer -> before.groups().members(outer.id()).contains(asMember))
                    .forEach(outer -> builder.removeMember(outer.id(), asMember));
            builder.remove(group);
        });
        unitChanges.add(unit -> without(unit, new Assignment.OfGroup(group)));
        return this;
    }

    private static BusinessUnit without(BusinessUnit unit, Assignment gone) {
        BusinessUnit changed = unit;
        for (EngagementSet set : EngagementSet.values()) {
            changed = changed.withAssignments(
                    set,
                    changed.assignments(set).stream()
                            .filter(each -> !each.sameTarget(gone))
                            .toList());
        }
        return changed;
    }

    /**
     * A profile maps to another role in a unit.
     *
     * @param unit the unit
     * @param profile the profile
     * @param role the role
     * @return this
     */
    public Hypothesis mapProfile(BusinessUnitId unit, ProfileId profile, EngagementRole role) {
        return changeUnit(unit, before -> mapped(before, profile, role));
    }

    /**
     * A profile maps to another role in every unit.
     *
     * @param profile the profile
     * @param role the role
     * @return this
     */
    public Hypothesis mapProfile(ProfileId profile, EngagementRole role) {
        unitChanges.add(unit -> mapped(unit, profile, role));
        return this;
    }

    private static BusinessUnit mapped(BusinessUnit unit, ProfileId profile, EngagementRole role) {
        Map<ProfileId, EngagementRole> roles = new TreeMap<>(unit.mapping().roles());
        roles.put(profile, role);
        return new BusinessUnit(
                unit.id(),
                unit.name(),
                unit.creator(),
                unit.marketingUsers(),
                unit.salesUsers(),
                new ProfileRoleMapping(roles),
                unit.bothSets(),
                unit.deletionGuard());
    }

    /**
     * A set of a unit holds other assignments.
     *
     * @param unit the unit
     * @param set which of its sets
     * @param assignments users, groups, roles, roles and subordinates
     * @return this
     */
    public Hypothesis assign(BusinessUnitId unit, EngagementSet set, List<Assignment> assignments) {
        return changeUnit(unit, before -> before.withAssignments(set, assignments));
    }

    private Hypothesis changeUnit(BusinessUnitId id, UnaryOperator<BusinessUnit> changed) {
        unitsNamed.add(id);
        unitChanges.add(unit -> unit.id().equals(id) ? changed.apply(unit) : unit);
        return this;
    }

    private Hypothesis change(BiConsumer<Directory, DirectoryBuilder> changed) {
        directoryChanges.add(changed);
        return this;
    }

    private static void require(Directory directory, GroupId group) {
        if (directory.groups().slot(group) < 0) {
            throw missing("group", group);
        }
    }

    private static IllegalArgumentException missing(String kind, Object id) {
        return new IllegalArgumentException(
                "the hypothesis names " + kind + " " + id + ", which is not there; ids are case-sensitive");
    }

    boolean changesUnits() {
        return !unitChanges.isEmpty();
    }

    List<BusinessUnit> units(List<BusinessUnit> present) {
        for (BusinessUnitId named : unitsNamed) {
            if (present.stream().noneMatch(unit -> unit.id().equals(named))) {
                throw missing("business unit", named);
            }
        }
        List<BusinessUnit> changed = present;
        for (UnaryOperator<BusinessUnit> change : unitChanges) {
            changed = changed.stream().map(change).toList();
        }
        return changed;
    }

    /** One step after the other, so that each sees what the one before did. */
    Directory directory(Directory present) {
        Directory changed = present;
        for (BiConsumer<Directory, DirectoryBuilder> change : directoryChanges) {
            DirectoryBuilder builder = changed.update();
            change.accept(changed, builder);
            changed = builder.build();
        }
        return changed;
    }
}
