package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final GroupNesting nesting;

    private Groups(SlotIndex<GroupId> index, List<Group> records, List<Set<Member>> members, GroupNesting nesting) {
        this.index = index;
        this.records = List.copyOf(records);
        this.members = List.copyOf(members);
        this.nesting = nesting;
    }

    static Groups empty() {
        MemberSlots none = new MemberSlots(Users.empty(), Roles.empty(), SlotIndex.empty());
        return new Groups(SlotIndex.empty(), List.of(), List.of(), GroupNesting.empty(none));
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
        MemberSlots memberSlots = new MemberSlots(users, roleSlots, slots);
        return new Groups(slots, newRecords, newMembers, nesting.with(members, newMembers, memberSlots));
    }

    /** These groups with other member sets, where only user members differ and all of those users are listed. */
    Groups withUserMembers(Map<GroupId, Set<Member>> changedMembers) {
        List<Set<Member>> newMembers = new ArrayList<>(members);
        changedMembers.forEach((id, set) -> newMembers.set(index.slot(id), set));
        return new Groups(index, records, newMembers, nesting);
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

    /** The groups that list users who are not in the directory. */
    Stream<GroupId> withUnlistedUsers() {
        return nesting.withUnlistedUsers().mapToObj(group -> records.get(group).id());
    }

    boolean sameStructure(Groups other) {
        return nesting == other.nesting;
    }

    boolean allReadable() {
        return nesting.allReadable();
    }

    /** Whether every slot of an earlier snapshot holds the group of the same id here. */
    boolean keepsSlotsOf(Groups earlier) {
        return nesting == earlier.nesting
                || (size() >= earlier.size()
                        && IntStream.range(0, earlier.size())
                                .allMatch(slot ->
                                        at(slot).id().equals(earlier.at(slot).id())));
    }

    List<DirectoryProblem> problems(Users users, Roles roles) {
        return GroupProblems.of(this, new MemberSlots(users, roles, index));
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
        return records;
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
        return nesting.subgroups(slot).length;
    }

    /**
     * One of the groups that a group lists directly.
     *
     * @param slot the group's slot
     * @param at 0 to {@link #subgroupCount} - 1
     * @return the inner group's slot
     */
    public int subgroup(int slot, int at) {
        return nesting.subgroups(slot)[at];
    }

    /**
     * How many roles a group lists directly.
     *
     * @param slot the group's slot
     * @return the number of roles
     */
    public int roleCount(int slot) {
        return nesting.roles(slot).length;
    }

    /**
     * One of the roles that a group lists directly.
     *
     * @param slot the group's slot
     * @param at 0 to {@link #roleCount} - 1
     * @return the role's slot in {@link Roles}
     */
    public int role(int slot, int at) {
        return nesting.roles(slot)[at];
    }

    /**
     * The "role and subordinates" that a group lists directly.
     *
     * @param slot the group's slot
     * @return an unmodifiable list
     */
    public List<RoleSubtree> roleSubtrees(int slot) {
        return nesting.roleSubtrees(slot);
    }

    /**
     * How many components there are. Component numbers rise from inner to outer: a group's subgroups stand in components of
     * smaller or equal number.
     *
     * @return the number of components
     */
    public int componentCount() {
        return nesting.components().count();
    }

    /** The component of a group, 0 to {@link #componentCount} - 1. */
    int component(int slot) {
        return nesting.components().of(slot);
    }

    /**
     * The groups of a component: more than one where groups contain each other.
     *
     * @param number the component
     * @return the groups' slots, ascending
     */
    public IntStream componentMembers(int number) {
        return Arrays.stream(nesting.components().members(number));
    }

    /**
     * Whether everybody in a group is known (A12). If not, somebody who is not found in it may be in it all the same.
     *
     * @param slot the group's slot
     * @return false if the group, or a group inside it, has a member that cannot be read
     */
    public boolean known(int slot) {
        return nesting.known(slot);
    }

    /** The slots of a group and of all groups inside it. */
    BitSet nested(int slot) {
        return nesting.nested(slot);
    }
}
