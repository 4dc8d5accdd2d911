package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules A10 to A13 as plainly as they can be written, with sets and without slots: what the directory must agree with. */
final class NaiveDirectory {

    final Map<UserId, User> users = new TreeMap<>();
    final Map<RoleId, Role> roles = new TreeMap<>();
    final Map<GroupId, Group> groups = new TreeMap<>();
    final Map<GroupId, Set<Member>> members = new TreeMap<>();

    NaiveDirectory copy() {
        NaiveDirectory copy = new NaiveDirectory();
        copy.users.putAll(users);
        copy.roles.putAll(roles);
        copy.groups.putAll(groups);
        members.forEach((group, set) -> copy.members.put(group, new HashSet<>(set)));
        return copy;
    }

    Directory build() {
        DirectoryBuilder builder = Records.acme();
        members.forEach((group, set) -> set.forEach(member -> builder.addMember(group, member)));
        users.values().forEach(builder::put);
        groups.values().forEach(builder::put);
        roles.values().forEach(builder::put);
        return builder.build();
    }

    /** The roles above, the role itself first; ends at a root, at a hidden parent, or before it would go round. */
    List<RoleId> chain(@Nullable RoleId from) {
        List<RoleId> chain = new ArrayList<>();
        for (RoleId at = from;
                at != null && roles.containsKey(at) && !chain.contains(at);
                at = roles.get(at).parent()) {
            chain.add(at);
        }
        return chain;
    }

    boolean lineageKnown(@Nullable RoleId role) {
        List<RoleId> chain = chain(role);
        return role == null
                || (!chain.isEmpty() && roles.get(chain.get(chain.size() - 1)).parent() == null);
    }

    Set<UserId> usersInRole(RoleId top, boolean subordinates, boolean internalOnly) {
        return users.values().stream()
                .filter(user -> inRole(user.role().orElse(null), top, subordinates, internalOnly))
                .map(User::id)
                .collect(Collectors.toSet());
    }

    private boolean inRole(@Nullable RoleId own, RoleId top, boolean subordinates, boolean internalOnly) {
        if (!subordinates) {
            return top.equals(own);
        }
        boolean below = top.equals(own) || chain(own).contains(top);
        boolean external = chain(own).stream().anyMatch(role -> roles.get(role).portal());
        return below && !(internalOnly && external);
    }

    Set<GroupId> directGroups(UserId user) {
        return groups.keySet().stream()
                .filter(group -> membersOf(group).contains(new Member.OfUser(user)))
                .collect(Collectors.toSet());
    }

    Set<Member> membersOf(GroupId group) {
        return members.getOrDefault(group, Set.of());
    }

    private Set<GroupId> nested(GroupId group) {
        Set<GroupId> found = new HashSet<>();
        collectNested(group, found);
        return found;
    }

    private void collectNested(GroupId group, Set<GroupId> found) {
        if (groups.containsKey(group) && found.add(group)) {
            membersOf(group).forEach(member -> {
                if (member instanceof Member.OfGroup inner) {
                    collectNested(inner.group(), found);
                }
            });
        }
    }

    GroupClosure closure(GroupId group) {
        Set<UserId> found = new HashSet<>();
        boolean known = groups.containsKey(group);
        boolean subtree = false;
        for (GroupId inner : nested(group)) {
            for (Member member : membersOf(inner)) {
                known &= readable(member);
                subtree |= member instanceof Member.OfRoleAndSubordinates;
                found.addAll(usersOf(member));
            }
        }
        known &= !subtree
                || users.values().stream()
                        .allMatch(user -> found.contains(user.id())
                                || lineageKnown(user.role().orElse(null)));
        return new GroupClosure(found, known);
    }

    private Set<UserId> usersOf(Member member) {
        if (member instanceof Member.OfUser user && users.containsKey(user.user())) {
            return Set.of(user.user());
        }
        if (member instanceof Member.OfRole role) {
            return usersInRole(role.role(), false, false);
        }
        if (member instanceof Member.OfRoleAndSubordinates role) {
            return usersInRole(role.role(), true, role.internalOnly());
        }
        return Set.of();
    }

    private boolean readable(Member member) {
        if (member instanceof Member.OfUser user) {
            return users.containsKey(user.user());
        }
        if (member instanceof Member.OfGroup group) {
            return groups.containsKey(group.group());
        }
        if (member instanceof Member.OfRole role) {
            return roles.containsKey(role.role());
        }
        return member instanceof Member.OfRoleAndSubordinates role && roles.containsKey(role.role());
    }

    Set<DirectoryProblem> problems() {
        Set<DirectoryProblem> problems = new HashSet<>();
        roles.values().stream()
                .filter(role -> role.parent() != null && !roles.containsKey(role.parent()))
                .forEach(role -> problems.add(new DirectoryProblem.OrphanRole(role, role.parent())));
        for (User user : users.values()) {
            if (!user.profile().equals(Records.STANDARD)) {
                problems.add(new DirectoryProblem.UnlistedProfile(user.id(), user.profile()));
            }
            user.role()
                    .filter(role -> !roles.containsKey(role))
                    .ifPresent(role -> problems.add(new DirectoryProblem.UnlistedRole(user.id(), role)));
        }
        for (Group group : groups.values()) {
            membersOf(group.id()).forEach(member -> memberProblem(group, member, problems));
            Set<GroupId> cycle = cycle(group.id());
            if (cycle.size() > 1) {
                problems.add(new DirectoryProblem.GroupCycle(
                        cycle.stream().map(groups::get).toList()));
            }
            diamond(group, problems);
        }
        return problems;
    }

    private void memberProblem(Group group, Member member, Set<DirectoryProblem> problems) {
        if (member.equals(new Member.OfGroup(group.id()))) {
            problems.add(new DirectoryProblem.SelfMembership(group));
        } else if (member instanceof Member.Unreadable unreadable) {
            problems.add(new DirectoryProblem.UnreadableMember(group, unreadable.id(), unreadable.reason()));
        } else if (!readable(member)) {
            String listed = member.toString();
            problems.add(new DirectoryProblem.UnreadableMember(
                    group, listed.substring(listed.lastIndexOf(' ') + 1), Member.Unreadable.Reason.DANGLING));
        }
    }

    private SortedSet<GroupId> cycle(GroupId group) {
        return nested(group).stream()
                .filter(inner -> nested(inner).contains(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** For the first group of each cycle: of all groups that are reached from two containers, the nearest. */
    private void diamond(Group inner, Set<DirectoryProblem> problems) {
        if (!cycle(inner.id()).first().equals(inner.id())) {
            return;
        }
        Map<GroupId, List<Integer>> distances = new HashMap<>();
        containers(inner.id())
                .forEach(start -> levels(start)
                        .forEach((group, level) -> distances
                                .computeIfAbsent(group, none -> new ArrayList<>())
                                .add(level)));
        distances.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .min(Comparator.<Map.Entry<GroupId, List<Integer>>, Integer>comparing(entry ->
                                entry.getValue().stream().sorted().toList().get(1))
                        .thenComparing(Map.Entry::getKey))
                .ifPresent(top -> problems.add(new DirectoryProblem.GroupDiamond(groups.get(top.getKey()), inner)));
    }

    private Set<GroupId> containers(GroupId first) {
        Set<GroupId> found = new TreeSet<>();
        for (GroupId outer : groups.keySet()) {
            boolean lists = membersOf(outer).stream()
                    .anyMatch(member -> member instanceof Member.OfGroup group
                            && cycle(first).contains(group.group()));
            if (lists && !cycle(first).contains(outer)) {
                found.add(cycle(outer).first());
            }
        }
        return found;
    }

    private Map<GroupId, Integer> levels(GroupId start) {
        Map<GroupId, Integer> levels = new HashMap<>();
        Set<GroupId> level = Set.of(start);
        for (int at = 0; !level.isEmpty(); at++) {
            int distance = at;
            level.forEach(group -> levels.put(group, distance));
            level = level.stream()
                    .flatMap(group -> containers(group).stream())
                    .filter(group -> !levels.containsKey(group))
                    .collect(Collectors.toSet());
        }
        return levels;
    }
}
