package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a snapshot out of an earlier one and what a builder has collected; whatever reads the same as before is shared. Where
 * only users come and go in groups, which is the common case, the nesting of groups is not looked at again.
 */
final class DirectoryExtension {

    private final DirectoryBuilder changes;
    private final Directory base;

    DirectoryExtension(DirectoryBuilder changes) {
        this.changes = changes;
        base = changes.removed.isEmpty() ? changes.start : withoutRemoved(changes);
    }

    /** Slots are dense, so whoever goes takes all slots along: everything that stays is put into a new directory. */
    private static Directory withoutRemoved(DirectoryBuilder changes) {
        Directory start = changes.start;
        DirectoryBuilder rest = Directory.empty(start.listing()).update();
        start.profiles().all().forEach(rest::put);
        stay(changes, start.roles().all(), Role::id).forEach(rest::put);
        stay(changes, start.users().all(), User::id).forEach(rest::put);
        stay(changes, start.groups().all(), Group::id).forEach(group -> {
            rest.put(group);
            start.groups().members(group.id()).forEach(member -> rest.addMember(group.id(), member));
        });
        return rest.build();
    }

    private static <R, K> Stream<R> stay(DirectoryBuilder changes, Collection<R> all, Function<R, K> id) {
        return all.stream().filter(each -> !changes.removed.contains(id.apply(each)));
    }

    Directory build() {
        List<User> users = differing(changes.users, base.users()::find);
        List<Group> groups = differing(changes.groups, base.groups()::find);
        Profiles newProfiles = base.profiles()
                .with(
                        differing(changes.profiles, base.profiles()::find),
                        users.stream().map(User::profile).toList());
        Roles newRoles = base.roles()
                .with(
                        differing(changes.roles, base.roles()::find),
                        users.stream().flatMap(user -> user.role().stream()).toList());
        Users newUsers = base.users().with(users, newProfiles, newRoles);
        Map<GroupId, Set<Member>> members = changedMembers();
        Groups newGroups;
        if (groups.isEmpty() && newRoles == base.roles() && onlyKnownUsersMove(newUsers, members)) {
            newGroups = members.isEmpty() ? base.groups() : base.groups().withUserMembers(members);
            newUsers = newUsers.withGroups(movedUsers(newUsers, newGroups, members));
        } else {
            newGroups = base.groups().with(groups, members, newUsers, newRoles);
            newUsers = base.groups().size() == 0
                    ? newUsers.regrouped(newGroups.directGroups(newUsers))
                    : newUsers.withGroups(movedUsers(newUsers, newGroups, members));
        }
        return new Directory(listing(newGroups), newProfiles, newRoles, newUsers, newGroups, base.lineage());
    }

    private static <K, R> List<R> differing(Map<K, R> put, Function<K, Optional<R>> before) {
        return put.entrySet().stream()
                .filter(entry -> !before.apply(entry.getKey()).equals(Optional.of(entry.getValue())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The member sets that really differ, of groups that exist. */
    private Map<GroupId, Set<Member>> changedMembers() {
        return changes.members.entrySet().stream()
                .filter(entry -> base.groups().slot(entry.getKey()) >= 0 || changes.groups.containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().equals(base.groups().members(entry.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Collections.unmodifiableSet(new LinkedHashSet<>(entry.getValue())),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    /** Whether no new user ends a dangling, and members that come or go are listed users. */
    private boolean onlyKnownUsersMove(Users newUsers, Map<GroupId, Set<Member>> changedMembers) {
        return (newUsers.size() == base.users().size() || base.groups().allReadable())
                && changedMembers.entrySet().stream()
                        .flatMap(entry -> difference(base.groups().members(entry.getKey()), entry.getValue()))
                        .allMatch(member -> member instanceof Member.OfUser user && newUsers.slot(user.user()) >= 0);
    }

    private static Stream<Member> difference(Set<Member> before, Set<Member> after) {
        return Stream.concat(
                before.stream().filter(member -> !after.contains(member)),
                after.stream().filter(member -> !before.contains(member)));
    }

    /**
     * The direct groups of users who came into a group or left one: because its members changed, or because a user whom it
     * listed already is known only now.
     */
    private Map<Integer, int[]> movedUsers(Users users, Groups groups, Map<GroupId, Set<Member>> changedMembers) {
        Map<GroupId, Set<Member>> suspects = new LinkedHashMap<>(changedMembers);
        if (users.size() > base.users().size()) {
            base.groups().withUnlistedUsers().forEach(id -> suspects.putIfAbsent(id, groups.members(id)));
        }
        Map<Integer, int[]> rows = new LinkedHashMap<>();
        suspects.forEach((id, after) -> {
            Set<Member> before = base.groups().members(id);
            int group = groups.slot(id);
            Stream.concat(before.stream(), after.stream().filter(member -> !before.contains(member)))
                    .forEach(member -> {
                        int user = member instanceof Member.OfUser direct ? users.slot(direct.user()) : -1;
                        boolean was = user >= 0 && user < base.users().size() && before.contains(member);
                        boolean is = user >= 0 && after.contains(member);
                        if (was != is) {
                            rows.compute(
                                    user,
                                    (slot, row) -> toggled(row == null ? users.groupSlots(user) : row, group, is));
                        }
                    });
        });
        return rows;
    }

    private static int[] toggled(int[] groups, int group, boolean joins) {
        List<Integer> row = new ArrayList<>(Arrays.stream(groups).boxed().toList());
        if (joins) {
            row.add(group);
        } else {
            row.remove((Integer) group);
        }
        return row.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Duplicates stay reported until their row goes, or their record is put anew or removed. */
    private Listing listing(Groups newGroups) {
        Set<DuplicateRow> rows = changes.start.listing().duplicateRows();
        if (!changes.duplicateRows.isEmpty() || !changes.members.isEmpty() || base != changes.start) {
            rows = new LinkedHashSet<>(rows);
            rows.addAll(changes.duplicateRows);
            rows.removeIf(row -> !newGroups.members(row.group()).contains(row.member()));
        }
        Set<String> records = new LinkedHashSet<>(changes.start.listing().duplicateRecords());
        if (!records.isEmpty()) {
            Stream.of(changes.users, changes.groups, changes.roles, changes.profiles)
                    .flatMap(put -> put.keySet().stream())
                    .forEach(id -> records.remove(id.toString()));
            changes.removed.forEach(id -> records.remove(id.toString()));
        }
        records.addAll(changes.duplicateRecords);
        Listing before = changes.start.listing();
        if (rows == before.duplicateRows()
                && records.equals(before.duplicateRecords())
                && changes.complete == before.complete()
                && changes.idForm.equals(before.idForm())) {
            return before;
        }
        return new Listing(base.organization(), changes.complete, changes.idForm, rows, records);
    }
}
