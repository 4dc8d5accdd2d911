package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
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

    private final Listing listing;
    private final Profiles profiles;
    private final Roles roles;
    private final Users users;
    private final Groups groups;
    private final Object lineage;
    private final DirectoryNames names;

    Directory(Listing listing, Profiles profiles, Roles roles, Users users, Groups groups, Object lineage) {
        this.listing = listing;
        this.profiles = profiles;
        this.roles = roles;
        this.users = users;
        this.groups = groups;
        this.lineage = lineage;
        names = new DirectoryNames(listing.idForm(), users, profiles, roles, groups);
    }

    /**
     * Starts the directory of an organization: empty, and complete unless said otherwise.
     *
     * @param organization whose
     * @return a builder
     */
    public static DirectoryBuilder builder(Organization organization) {
        return empty(new Listing(organization, true, IdForm.asGiven(), Set.of(), Set.of()))
                .update();
    }

    static Directory empty(Listing listing) {
        return new Directory(listing, Profiles.empty(), Roles.empty(), Users.empty(), Groups.empty(), new Object());
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
        return listing.organization();
    }

    /**
     * Whether the listing was proven complete. If not, nothing may be removed on the strength of an absence (G3).
     *
     * @return true if complete
     */
    public boolean complete() {
        return listing.complete();
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
     * How the CRM writes ids.
     *
     * @return the form in which this directory keeps ids (A14)
     */
    public IdForm idForm() {
        return listing.idForm();
    }

    /**
     * Finds records by what people write into documents: ids in any form, or names.
     *
     * @return the names of this snapshot
     */
    public DirectoryNames names() {
        return names;
    }

    /**
     * What is odd in the listing, each by name, with what was done about it. Computed on each call, in time near linear in
     * users and memberships.
     *
     * @return the problems, in a fixed order
     */
    public List<DirectoryProblem> problems() {
        List<DirectoryProblem> problems = new ArrayList<>();
        listing.duplicateRecords().forEach(id -> problems.add(new DirectoryProblem.DuplicateRecord(id)));
        listing.duplicateRows()
                .forEach(row -> groups.find(row.group())
                        .ifPresent(
                                group -> problems.add(new DirectoryProblem.DuplicateMembership(group, row.member()))));
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
        return Collections.unmodifiableList(problems);
    }

    Listing listing() {
        return listing;
    }

    Object lineage() {
        return lineage;
    }

    /**
     * The users of exactly one role: members only, never the managers above (A10).
     *
     * @param role the role
     * @return the users in slot order, inactive ones included; empty if there is no such role
     */
    public Set<UserId> usersInRole(RoleId role) {
        int slot = roles.slot(role);
        return slot < 0 ? Set.of() : usersWhoseRole(own -> own == slot);
    }

    /**
     * The users of a role and of everything below it (A10): members only, never the managers above.
     *
     * @param role the top of the subtree
     * @param internalOnly whether portal roles, and everything below them, are left out
     * @return the users in slot order, inactive ones included; empty if there is no such role
     */
    public Set<UserId> usersInRoleAndSubordinates(RoleId role, boolean internalOnly) {
        int top = roles.slot(role);
        return top < 0 ? Set.of() : usersWhoseRole(own -> own >= 0 && roles.inSubtree(own, top, internalOnly));
    }

    private Set<UserId> usersWhoseRole(IntPredicate wanted) {
        return collect(IntStream.range(0, users.size()).filter(user -> wanted.test(users.role(user))));
    }

    /**
     * Everybody in a public group (A11, A12).
     *
     * @param group the group
     * @return the closure, inactive users included; unknown and empty if there is no such group; unknown also if the group
     *     holds roles with their subordinates while others have a role whose lineage is unknown (A13)
     */
    public GroupClosure closure(GroupId group) {
        int slot = groups.slot(group);
        if (slot < 0) {
            return new GroupClosure(Set.of(), false);
        }
        BitSet nested = groups.nested(slot);
        BitSet memberRoles = rolesIn(nested);
        BitSet found = new BitSet(users.size());
        IntStream.range(0, users.size())
                .filter(user -> inRole(user, memberRoles) || inAnyGroup(user, nested))
                .forEach(found::set);
        boolean known = groups.known(slot) && (!hasRoleSubtree(nested) || lineageKnownOfOthers(found));
        return new GroupClosure(collect(found.stream()), known);
    }

    private BitSet rolesIn(BitSet nested) {
        BitSet memberRoles = new BitSet(roles.size());
        nested.stream().forEach(group -> {
            for (int at = 0; at < groups.roleCount(group); at++) {
                memberRoles.set(groups.role(group, at));
            }
            for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
                for (int role :
                        roles.subtree(subtree.role(), subtree.internalOnly()).toArray()) {
                    memberRoles.set(role);
                }
            }
        });
        return memberRoles;
    }

    private boolean hasRoleSubtree(BitSet nested) {
        return nested.stream().anyMatch(group -> !groups.roleSubtrees(group).isEmpty());
    }

    /** Whoever has a role below a hidden one may stand in any subtree (A13). */
    private boolean lineageKnownOfOthers(BitSet found) {
        return IntStream.range(0, users.size())
                .filter(user -> !found.get(user))
                .allMatch(user -> users.role(user) < 0 || roles.lineageKnown(users.role(user)));
    }

    private boolean inRole(int user, BitSet wanted) {
        return users.role(user) >= 0 && wanted.get(users.role(user));
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
     * Whether this snapshot came from another by updates, so that every slot of that one means the same here. Two updates of
     * one snapshot do not continue each other if both brought new records.
     *
     * @param earlier the other snapshot
     * @return true if slots can be compared
     */
    public boolean continues(Directory earlier) {
        return lineage == earlier.lineage
                && users.keepsSlotsOf(earlier.users)
                && groups.keepsSlotsOf(earlier.groups)
                && roles.keepsSlotsOf(earlier.roles)
                && profiles.keepsSlotsOf(earlier.profiles);
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
            throw new IllegalArgumentException("directory of " + listing.organization()
                    + ": the other snapshot is no earlier state of this one; resolve from scratch instead");
        }
        return users.changedSince(earlier.users).stream();
    }

    @Override
    public String toString() {
        return "Directory[" + listing.organization() + ": " + users.size() + " users, " + profiles.size()
                + " profiles, " + roles.size() + " roles, " + groups.size() + " groups"
                + (listing.complete() ? "]" : ", incomplete]");
    }
}
