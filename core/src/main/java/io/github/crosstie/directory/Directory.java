package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An immutable, indexed snapshot of one organization: users, profiles, role forest and nested public groups (A9 to A14).
 *
 * <pre>{@code
 * Directory directory = Directory.builder(organization)
 *         .put(new Profile(sales, "Sales"))
 *         .put(User.builder(anna, "anna@example.com", sales).emailAddress("anna@example.com").build())
 *         .put(new Group(emea, "Sales_EMEA", "Sales EMEA"))
 *         .addMember(emea, new Member.OfUser(anna))
 *         .build();
 * }</pre>
 *
 * <p>A changed organization is a new snapshot, made by {@link #update}; it shares with the old one whatever did not change.
 * Thread-safe.
 */
public final class Directory {

    private final Organization organization;
    private final boolean complete;
    private final Profiles profiles;
    private final Roles roles;
    private final Users users;
    private final Groups groups;
    private final List<DirectoryProblem> listingProblems;
    private final Object lineage;

    Directory(
            Organization organization,
            boolean complete,
            Profiles profiles,
            Roles roles,
            Users users,
            Groups groups,
            List<DirectoryProblem> listingProblems,
            Object lineage) {
        this.organization = Objects.requireNonNull(organization, "organization");
        this.complete = complete;
        this.profiles = profiles;
        this.roles = roles;
        this.users = users;
        this.groups = groups;
        this.listingProblems = List.copyOf(listingProblems);
        this.lineage = lineage;
    }

    /**
     * Starts the directory of an organization: empty, and complete unless said otherwise.
     *
     * @param organization whose
     * @return a builder
     */
    public static DirectoryBuilder builder(Organization organization) {
        return new DirectoryBuilder(new Directory(
                organization,
                true,
                Profiles.empty(),
                Roles.empty(),
                Users.empty(),
                Groups.empty(),
                List.of(),
                new Object()));
    }

    /**
     * Starts a changed snapshot.
     *
     * @return a builder that holds this directory
     */
    public DirectoryBuilder update() {
        return new DirectoryBuilder(this);
    }

    /**
     * Whose directory it is.
     *
     * @return the organization
     */
    public Organization organization() {
        return organization;
    }

    /**
     * Whether the listing was proven complete. If not, nothing may be removed on the strength of an absence (G3).
     *
     * @return true if complete
     */
    public boolean complete() {
        return complete;
    }

    /**
     * The profiles.
     *
     * @return the profiles
     */
    public Profiles profiles() {
        return profiles;
    }

    /**
     * The role forest.
     *
     * @return the roles
     */
    public Roles roles() {
        return roles;
    }

    /**
     * The users.
     *
     * @return the users, inactive ones included
     */
    public Users users() {
        return users;
    }

    /**
     * The public groups.
     *
     * @return the groups
     */
    public Groups groups() {
        return groups;
    }

    /**
     * What is odd in the listing, each by name, with what was done about it. Computed on each call, in time near linear in
     * users and memberships.
     *
     * @return the problems, in a fixed order
     */
    public List<DirectoryProblem> problems() {
        List<DirectoryProblem> problems = new ArrayList<>(listingProblems);
        problems.addAll(roles.problems());
        for (User user : users.all()) {
            if (profiles.find(user.profile()).isEmpty()) {
                problems.add(new DirectoryProblem.UnlistedProfile(user.id(), user.profile()));
            }
            user.role()
                    .filter(role -> roles.find(role).isEmpty())
                    .ifPresent(role -> problems.add(new DirectoryProblem.UnlistedRole(user.id(), role)));
        }
        problems.addAll(groups.problems(users, roles));
        return problems;
    }

    List<DirectoryProblem> listingProblems() {
        return listingProblems;
    }

    Object lineage() {
        return lineage;
    }

    /**
     * The users of a role, or of a role and everything below it (A10): members only, never the managers above.
     *
     * @param role the role
     * @param subordinates whether the roles below count too
     * @param internalOnly whether portal roles, and everything below them, are left out; without subordinates it has no effect
     * @return the users in slot order, inactive ones included; empty if there is no such role
     */
    public Set<UserId> usersInRole(RoleId role, boolean subordinates, boolean internalOnly) {
        int slot = roles.slot(role);
        if (slot < 0) {
            return Set.of();
        }
        return collect(IntStream.range(0, users.size()).filter(user -> {
            int own = users.role(user);
            return own == slot || (subordinates && own >= 0 && roles.inSubtree(own, slot, internalOnly));
        }));
    }

    /**
     * Everybody in a public group (A11, A12).
     *
     * @param group the group
     * @return the closure, inactive users included; unknown and empty if there is no such group
     */
    public GroupClosure closure(GroupId group) {
        int slot = groups.slot(group);
        if (slot < 0) {
            return new GroupClosure(Set.of(), false);
        }
        BitSet nested = groups.nested(slot);
        BitSet memberRoles = new BitSet(roles.size());
        nested.stream().forEach(inner -> {
            for (int at = 0; at < groups.roleCount(inner); at++) {
                memberRoles.set(groups.role(inner, at));
            }
            for (Groups.RoleSubtree subtree : groups.roleSubtrees(inner)) {
                for (int role : roles.subtree(subtree.role(), subtree.internalOnly())) {
                    memberRoles.set(role);
                }
            }
        });
        Set<UserId> found = collect(IntStream.range(0, users.size()).filter(user -> {
            int role = users.role(user);
            return (role >= 0 && memberRoles.get(role)) || inAnyGroup(user, nested);
        }));
        return new GroupClosure(found, groups.known(slot));
    }

    private boolean inAnyGroup(int user, BitSet wanted) {
        for (int at = 0; at < users.groupCount(user); at++) {
            if (wanted.get(users.group(user, at))) {
                return true;
            }
        }
        return false;
    }

    private Set<UserId> collect(IntStream slots) {
        Set<UserId> ids = new LinkedHashSet<>();
        slots.forEach(slot -> ids.add(users.at(slot).id()));
        return Collections.unmodifiableSet(ids);
    }

    /**
     * Whether this snapshot came from another by updates, or from the same one, and every slot of that one means the same here.
     *
     * @param earlier the other snapshot
     * @return true if slots can be compared
     */
    public boolean continues(Directory earlier) {
        // two snapshots updated from the same one may have given the same slots to different things
        return lineage == earlier.lineage
                && users.keepsSlotsOf(earlier.users)
                && profiles.keepsSlotsOf(earlier.profiles)
                && roles.keepsSlotsOf(earlier.roles)
                && groups.keepsSlotsOf(earlier.groups);
    }

    /**
     * Whether roles, and groups apart from the users they list, are the very same as in another snapshot.
     *
     * @param earlier the other snapshot
     * @return true if neither the role forest nor the nesting of groups changed
     */
    public boolean sameStructure(Directory earlier) {
        return roles == earlier.roles && groups.sameStructure(earlier.groups);
    }

    /**
     * The users whose record or direct groups differ from an earlier snapshot, new users included.
     *
     * @param earlier a snapshot that this one {@linkplain #continues continues}
     * @return their slots, ascending
     * @throws IllegalArgumentException if this directory did not come from that one
     */
    public IntStream usersChangedSince(Directory earlier) {
        if (!continues(earlier)) {
            throw new IllegalArgumentException("directory of " + organization
                    + ": the other snapshot is no earlier state of this one; resolve from scratch instead");
        }
        return users.changedSince(earlier.users);
    }

    @Override
    public String toString() {
        return "Directory[" + organization + ": " + users.size() + " users, " + profiles.size() + " profiles, "
                + roles.size() + " roles, " + groups.size() + " groups" + (complete ? "]" : ", incomplete]");
    }
}
