package io.github.crosstie.directory;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects records and memberships, in any order, and makes a {@link Directory}. Started by {@link Directory#builder} or, for
 * a changed snapshot, by {@link Directory#update}. Not thread-safe.
 *
 * <p>Putting a record whose id is there already replaces it. Records and memberships that turn out not to fit together
 * (cycles of groups, dangling members, unlisted roles) make {@linkplain Directory#problems problems}, not errors; a cycle of
 * roles alone is refused (A13).
 */
public final class DirectoryBuilder {

    final Directory start;
    final Map<ProfileId, Profile> profiles = new LinkedHashMap<>();
    final Map<RoleId, Role> roles = new LinkedHashMap<>();
    final Map<GroupId, Group> groups = new LinkedHashMap<>();
    final Map<UserId, User> users = new LinkedHashMap<>();
    final Map<GroupId, Set<Member>> members = new LinkedHashMap<>();
    final Set<Object> removed = new HashSet<>();
    final Set<String> duplicateRecords = new LinkedHashSet<>();
    final Set<DuplicateRow> duplicateRows = new LinkedHashSet<>();
    boolean complete;
    IdForm idForm;

    DirectoryBuilder(Directory start) {
        this.start = start;
        complete = start.complete();
        idForm = start.idForm();
    }

    /**
     * Says whether the listing was proven complete; as before unless set, and true at first.
     *
     * @param complete false if a page was cut short or a permission was lost (G3)
     * @return this
     */
    public DirectoryBuilder complete(boolean complete) {
        this.complete = complete;
        return this;
    }

    /**
     * Sets how the CRM writes ids; as before unless set, and {@linkplain IdForm#asGiven as given} at first. The ids of the
     * records that are put must have that form already.
     *
     * @param idForm the form in which this directory keeps ids (A14)
     * @return this
     */
    public DirectoryBuilder idForm(IdForm idForm) {
        this.idForm = Objects.requireNonNull(idForm, "idForm");
        return this;
    }

    /**
     * Puts a profile.
     *
     * @param profile the profile
     * @return this
     */
    public DirectoryBuilder put(Profile profile) {
        return put(profiles, profile.id(), profile);
    }

    /**
     * Puts a role.
     *
     * @param role the role
     * @return this
     */
    public DirectoryBuilder put(Role role) {
        return put(roles, role.id(), role);
    }

    /**
     * Puts a public group.
     *
     * @param group the group
     * @return this
     */
    public DirectoryBuilder put(Group group) {
        return put(groups, group.id(), group);
    }

    /**
     * Puts a user.
     *
     * @param user the user
     * @return this
     */
    public DirectoryBuilder put(User user) {
        return put(users, user.id(), user);
    }

    private <K, V> DirectoryBuilder put(Map<K, V> into, K id, V value) {
        removed.remove(id);
        @Nullable V before = into.put(id, value);
        if (before != null && !before.equals(value)) {
            duplicateRecords.add(Objects.toString(id));
        }
        return this;
    }

    /**
     * Adds a direct member to a group. The group may be put later; a row for a group that is never put is ignored, because
     * the group is of a kind that cannot be assigned.
     *
     * @param group the group
     * @param member the member; adding the same one again is harmless, and a problem to report unless an earlier snapshot
     *     had it already
     * @return this
     */
    public DirectoryBuilder addMember(GroupId group, Member member) {
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(group, "group");
        boolean listedTwice =
                !members.computeIfAbsent(group, this::membersAtStart).add(member)
                        && !start.groups().members(group).contains(member);
        if (listedTwice) {
            duplicateRows.add(new DuplicateRow(group, member));
        }
        return this;
    }

    /**
     * Removes a direct member from a group, if it is there.
     *
     * @param group the group
     * @param member the member
     * @return this
     */
    public DirectoryBuilder removeMember(GroupId group, Member member) {
        members.computeIfAbsent(group, this::membersAtStart).remove(member);
        return this;
    }

    private Set<Member> membersAtStart(GroupId group) {
        return new LinkedHashSet<>(start.groups().members(group));
    }

    /**
     * Removes a user. Group rows that name the user stay, and dangle.
     *
     * @param user the user
     * @return this
     */
    public DirectoryBuilder remove(UserId user) {
        users.remove(user);
        if (start.users().slot(user) >= 0) {
            removed.add(user);
        }
        return this;
    }

    /**
     * Removes a role. Users and group rows that name it stay.
     *
     * @param role the role
     * @return this
     */
    public DirectoryBuilder remove(RoleId role) {
        roles.remove(role);
        if (start.roles().listed(role)) {
            removed.add(role);
        }
        return this;
    }

    /**
     * Removes a group with its members. Rows of other groups that name it stay, and dangle.
     *
     * @param group the group
     * @return this
     */
    public DirectoryBuilder remove(GroupId group) {
        groups.remove(group);
        members.put(group, new LinkedHashSet<>());
        if (start.groups().slot(group) >= 0) {
            removed.add(group);
        }
        return this;
    }

    /**
     * Makes the snapshot. It shares with the directory this builder started from whatever did not change.
     *
     * @return an immutable directory
     * @throws io.github.crosstie.fault.InvalidInputException if roles stand above each other; the message names them (A13)
     */
    public Directory build() {
        return new DirectoryExtension(this).build();
    }
}
