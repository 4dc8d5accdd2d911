package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Directory start;
    private boolean complete;
    private IdForm idForm;
    private final Map<ProfileId, Profile> profiles = new LinkedHashMap<>();
    private final Map<RoleId, Role> roles = new LinkedHashMap<>();
    private final Map<GroupId, Group> groups = new LinkedHashMap<>();
    private final Map<UserId, User> users = new LinkedHashMap<>();
    private final Map<GroupId, Set<Member>> members = new LinkedHashMap<>();
    private final Set<Object> removed = new HashSet<>();
    private final Set<DirectoryProblem> problems = new LinkedHashSet<>();
    private final List<DuplicateRow> duplicates = new ArrayList<>();

    private record DuplicateRow(GroupId group, Member member) {}

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
            problems.add(new DirectoryProblem.DuplicateRecord(Objects.toString(id)));
        }
        return this;
    }

    /**
     * Adds a direct member to a group. The group may be put later; a row for a group that is never put is ignored, because
     * the group is of a kind that cannot be assigned.
     *
     * @param group the group
     * @param member the member; adding the same one again is a harmless duplicate
     * @return this
     */
    public DirectoryBuilder addMember(GroupId group, Member member) {
        Objects.requireNonNull(member, "member");
        if (!members.computeIfAbsent(group, this::membersAtStart).add(member)) {
            duplicates.add(new DuplicateRow(group, member));
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
        removed.add(user);
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
        removed.add(role);
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
        removed.add(group);
        return this;
    }

    /**
     * Makes the snapshot. It shares with the directory this builder started from whatever did not change.
     *
     * @return an immutable directory
     * @throws io.github.crosstie.fault.InvalidInputException if roles stand above each other; the message names them (A13)
     */
    public Directory build() {
        boolean slotsStay = removed.isEmpty();
        return slotsStay ? extend(start, start.lineage()) : extendWithoutRemoved();
    }

    /** Slots are dense, so whoever goes takes all slots along: everything that stays is put into a new directory. */
    private Directory extendWithoutRemoved() {
        DirectoryBuilder rest = Directory.builder(start.organization());
        start.profiles().all().forEach(rest::put);
        stay(start.roles().all(), Role::id).forEach(rest::put);
        stay(start.groups().all(), Group::id).forEach(rest::put);
        stay(start.users().all(), User::id).forEach(rest::put);
        stay(start.groups().all(), Group::id)
                .forEach(group ->
                        start.groups().members(group.id()).forEach(member -> rest.addMember(group.id(), member)));
        Directory base = rest.build();
        return extend(base, new Object());
    }

    private <R, K> Stream<R> stay(Collection<R> all, java.util.function.Function<R, K> id) {
        return all.stream().filter(each -> !removed.contains(id.apply(each)));
    }

    private Directory extend(Directory base, Object lineage) {
        Profiles newProfiles = base.profiles()
                .with(
                        profiles.values(),
                        users.values().stream().map(User::profile).toList());
        Roles newRoles = base.roles()
                .with(
                        roles.values(),
                        users.values().stream()
                                .flatMap(user -> user.role().stream())
                                .toList());
        Users withRecords = base.users().with(users.values(), newProfiles, newRoles);
        Map<GroupId, Set<Member>> changedMembers = changedMembers(base);
        List<DirectoryProblem> allProblems = new ArrayList<>(start.listing().problems());
        allProblems.addAll(problems);
        Groups newGroups;
        Users newUsers;
        if (onlyKnownUsersMove(base, newRoles, withRecords, changedMembers)) {
            newGroups = changedMembers.isEmpty() ? base.groups() : base.groups().withUserMembers(changedMembers);
            newUsers = withRecords.withGroups(movedUsers(base, withRecords, changedMembers));
        } else {
            newGroups = base.groups().with(groups.values(), changedMembers, withRecords, newRoles);
            newUsers = regrouped(withRecords, newGroups.directGroups(withRecords));
        }
        for (DuplicateRow row : duplicates) {
            newGroups
                    .find(row.group())
                    .map(group -> new DirectoryProblem.DuplicateMembership(group, row.member()))
                    .filter(problem -> !allProblems.contains(problem))
                    .ifPresent(allProblems::add);
        }
        Listing listing = new Listing(base.organization(), complete, idForm, allProblems);
        return new Directory(listing, newProfiles, newRoles, newUsers, newGroups, lineage);
    }

    /** The member sets that really differ, of groups that exist. */
    private Map<GroupId, Set<Member>> changedMembers(Directory base) {
        return members.entrySet().stream()
                .filter(entry -> base.groups().slot(entry.getKey()) >= 0 || groups.containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().equals(base.groups().members(entry.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Collections.unmodifiableSet(new LinkedHashSet<>(entry.getValue())),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    /** Whether nesting stays as it is: no group or role changes, nothing dangles, only listed users come and go. */
    private boolean onlyKnownUsersMove(
            Directory base, Roles newRoles, Users newUsers, Map<GroupId, Set<Member>> changedMembers) {
        return groups.isEmpty()
                && newRoles == base.roles()
                && (newUsers.size() == base.users().size() || base.groups().allReadable())
                && changedMembers.entrySet().stream()
                        .flatMap(entry -> difference(base.groups().members(entry.getKey()), entry.getValue()))
                        .allMatch(member -> member instanceof Member.OfUser user && newUsers.slot(user.user()) >= 0);
    }

    private static Stream<Member> difference(Set<Member> before, Set<Member> after) {
        return Stream.concat(
                before.stream().filter(member -> !after.contains(member)),
                after.stream().filter(member -> !before.contains(member)));
    }

    private static Map<Integer, int[]> movedUsers(
            Directory base, Users users, Map<GroupId, Set<Member>> changedMembers) {
        Map<Integer, int[]> rows = new LinkedHashMap<>();
        changedMembers.forEach((id, after) -> {
            int group = base.groups().slot(id);
            difference(base.groups().members(id), after).forEach(member -> {
                int user = member instanceof Member.OfUser direct ? users.slot(direct.user()) : -1;
                boolean joins = after.contains(member);
                rows.compute(user, (slot, row) -> toggled(row == null ? users.groupSlots(user) : row, group, joins));
            });
        });
        return rows;
    }

    private static int[] toggled(int[] groups, int group, boolean joins) {
        Stream<Integer> others =
                java.util.Arrays.stream(groups).filter(each -> each != group).boxed();
        return (joins ? Stream.concat(others, Stream.of(group)) : others)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Keeps a user's row where it reads the same as before, so that a later comparison sees who really changed. */
    private static Users regrouped(Users before, Map<Integer, int[]> rows) {
        rows.replaceAll(
                (user, row) -> java.util.Arrays.equals(before.groupSlots(user), row) ? before.groupSlots(user) : row);
        return before.withoutGroups().withGroups(rows);
    }
}
