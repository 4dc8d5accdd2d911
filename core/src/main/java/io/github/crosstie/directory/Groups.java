package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The public groups of a directory and how they nest (A11, A12). Each group has a slot: a dense integer that stays the same
 * through updates. Groups that contain each other form one component; components are numbered so that an inner one comes
 * before those that contain it, so closures are computed in one pass without recursion. Immutable.
 */
public final class Groups {

    /**
     * A role with everything below it, as a member of a group.
     *
     * @param role the slot of the upper role in {@link Roles}
     * @param internalOnly whether portal roles, and everything below them, are left out (A10)
     */
    public record RoleSubtree(int role, boolean internalOnly) {}

    private final SlotIndex<GroupId> index;
    private final List<Group> records;
    private final List<Set<Member>> members;
    private final int[][] subgroups;
    private final int[][] roles;
    private final RoleSubtree[][] roleSubtrees;
    private final boolean[] readable;
    private final boolean[] known;
    private final GroupComponents components;

    private Groups(
            SlotIndex<GroupId> index, List<Group> records, List<Set<Member>> members, Users users, Roles roleSlots) {
        int count = records.size();
        this.index = index;
        this.records = records;
        this.members = members;
        subgroups = new int[count][];
        roles = new int[count][];
        roleSubtrees = new RoleSubtree[count][];
        readable = new boolean[count];
        for (int group = 0; group < count; group++) {
            link(group, users, roleSlots);
        }
        components = GroupComponents.of(subgroups);
        known = spreadUnknown();
    }

    /** As another, with other user members in some groups and nothing else changed: the structure is shared. */
    private Groups(Groups structure, List<Set<Member>> members) {
        index = structure.index;
        records = structure.records;
        this.members = members;
        subgroups = structure.subgroups;
        roles = structure.roles;
        roleSubtrees = structure.roleSubtrees;
        readable = structure.readable;
        known = structure.known;
        components = structure.components;
    }

    static Groups empty() {
        return new Groups(SlotIndex.empty(), List.of(), List.of(), Users.empty(), Roles.empty());
    }

    static Groups of(Collection<Group> groups, Map<GroupId, Set<Member>> members, Users users, Roles roles) {
        return empty().with(groups, members, users, roles);
    }

    /** These groups with more or other records and with other member sets for some of them, linked anew. */
    Groups with(Collection<Group> changed, Map<GroupId, Set<Member>> changedMembers, Users users, Roles roleSlots) {
        List<Group> newRecords = new ArrayList<>(records);
        List<Set<Member>> newMembers = new ArrayList<>(members);
        SlotIndex<GroupId> slots = index.plus(changed.stream()
                .map(Group::id)
                .filter(id -> index.slot(id) < 0)
                .distinct()
                .toList());
        for (Group group : changed) {
            int slot = slots.slot(group.id());
            if (slot < newRecords.size()) {
                newRecords.set(slot, group);
            } else {
                newRecords.add(group);
                newMembers.add(Set.of());
            }
        }
        changedMembers.forEach((id, set) -> newMembers.set(slots.slot(id), set));
        return new Groups(slots, newRecords, newMembers, users, roleSlots);
    }

    /** These groups with other member sets, where only user members differ and all of those users are listed. */
    Groups withUserMembers(Map<GroupId, Set<Member>> changedMembers) {
        List<Set<Member>> newMembers = new ArrayList<>(members);
        changedMembers.forEach((id, set) -> newMembers.set(index.slot(id), set));
        return new Groups(this, newMembers);
    }

    private void link(int group, Users users, Roles roleSlots) {
        Set<Integer> inner = new HashSet<>();
        Set<Integer> roleMembers = new HashSet<>();
        Set<RoleSubtree> subtrees = new HashSet<>();
        boolean allRead = true;
        for (Member member : members.get(group)) {
            int slot = slotOf(member, users, roleSlots);
            if (slot < 0) {
                allRead = false;
            } else if (member instanceof Member.OfGroup && slot != group) {
                inner.add(slot);
            } else if (member instanceof Member.OfRole) {
                roleMembers.add(slot);
            } else if (member instanceof Member.OfRoleAndSubordinates subtree) {
                subtrees.add(new RoleSubtree(slot, subtree.internalOnly()));
            }
        }
        subgroups[group] = sorted(inner);
        roles[group] = sorted(roleMembers);
        roleSubtrees[group] = subtrees.toArray(RoleSubtree[]::new);
        readable[group] = allRead;
    }

    private int slotOf(Member member, Users users, Roles roleSlots) {
        if (member instanceof Member.OfUser user) {
            return users.slot(user.user());
        }
        if (member instanceof Member.OfGroup group) {
            return index.slot(group.group());
        }
        if (member instanceof Member.OfRole role) {
            return roleSlots.slot(role.role());
        }
        if (member instanceof Member.OfRoleAndSubordinates subtree) {
            return roleSlots.slot(subtree.role());
        }
        return -1;
    }

    private static int[] sorted(Set<Integer> slots) {
        return slots.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** A group is unknown if it, or any group inside it, has a member that cannot be read (A12). */
    private boolean[] spreadUnknown() {
        boolean[] result = new boolean[records.size()];
        for (int number = 0; number < components.count(); number++) {
            boolean whole = true;
            for (int group : components.members(number)) {
                whole &= readable[group];
                for (int inner : subgroups[group]) {
                    whole &= components.of(inner) == number || result[inner];
                }
            }
            for (int group : components.members(number)) {
                result[group] = whole;
            }
        }
        return result;
    }

    /** For every user in any group, the slots of the groups that list them, ascending. */
    Map<Integer, int[]> directGroups(Users users) {
        Map<Integer, List<Integer>> found = new HashMap<>();
        for (int group = 0; group < records.size(); group++) {
            for (Member member : members.get(group)) {
                int user = member instanceof Member.OfUser direct ? users.slot(direct.user()) : -1;
                if (user >= 0) {
                    found.computeIfAbsent(user, none -> new ArrayList<>(2)).add(group);
                }
            }
        }
        Map<Integer, int[]> rows = new HashMap<>();
        found.forEach((user, groups) ->
                rows.put(user, groups.stream().mapToInt(Integer::intValue).toArray()));
        return rows;
    }

    boolean sameStructure(Groups other) {
        return subgroups == other.subgroups;
    }

    boolean keepsSlotsOf(Groups earlier) {
        return index == earlier.index
                || (size() >= earlier.size()
                        && IntStream.range(0, earlier.size())
                                .allMatch(slot ->
                                        at(slot).id().equals(earlier.at(slot).id())));
    }

    boolean allReadable() {
        for (boolean each : readable) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    List<DirectoryProblem> problems(Users users, Roles roleSlots) {
        List<DirectoryProblem> problems = new ArrayList<>();
        for (int group = 0; group < records.size(); group++) {
            memberProblems(group, users, roleSlots, problems);
        }
        for (int number = 0; number < components.count(); number++) {
            if (components.members(number).length > 1) {
                problems.add(new DirectoryProblem.GroupCycle(Arrays.stream(components.members(number))
                        .mapToObj(records::get)
                        .toList()));
            }
        }
        problems.addAll(new GroupDiamonds(this).find());
        return problems;
    }

    private void memberProblems(int group, Users users, Roles roleSlots, List<DirectoryProblem> problems) {
        Group record = records.get(group);
        for (Member member : members.get(group)) {
            if (member instanceof Member.OfGroup inner && inner.group().equals(record.id())) {
                problems.add(new DirectoryProblem.SelfMembership(record));
            } else if (member instanceof Member.Unreadable unreadable) {
                problems.add(new DirectoryProblem.UnreadableMember(record, unreadable.id(), unreadable.reason()));
            } else if (slotOf(member, users, roleSlots) < 0) {
                problems.add(
                        new DirectoryProblem.UnreadableMember(record, idOf(member), Member.Unreadable.Reason.DANGLING));
            }
        }
    }

    private static String idOf(Member member) {
        if (member instanceof Member.OfUser user) {
            return user.user().value();
        }
        if (member instanceof Member.OfGroup group) {
            return group.group().value();
        }
        if (member instanceof Member.OfRole role) {
            return role.role().value();
        }
        if (member instanceof Member.OfRoleAndSubordinates subtree) {
            return subtree.role().value();
        }
        return member.toString();
    }

    /**
     * How many groups there are.
     *
     * @return the number of groups
     */
    public int size() {
        return records.size();
    }

    /**
     * The slot of a group.
     *
     * @param id its id
     * @return the slot, or -1 if there is no such group
     */
    public int slot(GroupId id) {
        return index.slot(id);
    }

    /**
     * The group in a slot.
     *
     * @param slot 0 to {@link #size} - 1
     * @return the group
     */
    public Group at(int slot) {
        return records.get(slot);
    }

    /**
     * The group of an id.
     *
     * @param id its id
     * @return the group, or empty if there is no such group
     */
    public Optional<Group> find(GroupId id) {
        int slot = index.slot(id);
        return slot < 0 ? Optional.empty() : Optional.of(records.get(slot));
    }

    /**
     * All groups, in slot order.
     *
     * @return an unmodifiable list
     */
    public List<Group> all() {
        return List.copyOf(records);
    }

    /**
     * The direct members of a group as they are listed, duplicates removed, unreadable ones included.
     *
     * @param id the group
     * @return an unmodifiable set; empty if there is no such group
     */
    public Set<Member> members(GroupId id) {
        int slot = index.slot(id);
        return slot < 0 ? Set.of() : members.get(slot);
    }

    /**
     * How many groups a group lists directly; itself never counts.
     *
     * @param slot the group's slot
     * @return the number of groups inside
     */
    public int subgroupCount(int slot) {
        return subgroups[slot].length;
    }

    /**
     * One of the groups that a group lists directly.
     *
     * @param slot the group's slot
     * @param at 0 to {@link #subgroupCount} - 1
     * @return the inner group's slot
     */
    public int subgroup(int slot, int at) {
        return subgroups[slot][at];
    }

    /**
     * How many roles a group lists directly.
     *
     * @param slot the group's slot
     * @return the number of roles
     */
    public int roleCount(int slot) {
        return roles[slot].length;
    }

    /**
     * One of the roles that a group lists directly.
     *
     * @param slot the group's slot
     * @param at 0 to {@link #roleCount} - 1
     * @return the role's slot in {@link Roles}
     */
    public int role(int slot, int at) {
        return roles[slot][at];
    }

    /**
     * The "role and subordinates" that a group lists directly.
     *
     * @param slot the group's slot
     * @return an unmodifiable list
     */
    public List<RoleSubtree> roleSubtrees(int slot) {
        return List.of(roleSubtrees[slot]);
    }

    /**
     * How many components there are. Component numbers rise from inner to outer: a group's subgroups stand in components of
     * smaller or equal number.
     *
     * @return the number of components
     */
    public int componentCount() {
        return components.count();
    }

    /**
     * The component of a group.
     *
     * @param slot the group's slot
     * @return 0 to {@link #componentCount} - 1
     */
    public int component(int slot) {
        return components.of(slot);
    }

    /**
     * The groups of a component: more than one where groups contain each other.
     *
     * @param number the component
     * @return the groups' slots, ascending
     */
    public int[] componentMembers(int number) {
        return components.members(number).clone();
    }

    /**
     * Whether everybody in a group is known (A12). If not, somebody who is not found in it may be in it all the same.
     *
     * @param slot the group's slot
     * @return false if the group, or a group inside it, has a member that cannot be read
     */
    public boolean known(int slot) {
        return known[slot];
    }

    /** The slots of a group and of all groups inside it. */
    BitSet nested(int slot) {
        BitSet reached = new BitSet(records.size());
        int[] pending = new int[records.size()];
        int count = 0;
        pending[count++] = slot;
        reached.set(slot);
        while (count > 0) {
            for (int inner : subgroups[pending[--count]]) {
                if (!reached.get(inner)) {
                    reached.set(inner);
                    pending[count++] = inner;
                }
            }
        }
        return reached;
    }
}
