package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How groups nest and which roles they list, in slots (A11, A12): all of a group but the users that it lists. Shared between
 * snapshots for as long as none of it changes. Immutable.
 */
final class GroupNesting {

    private final int[][] subgroups;
    private final int[][] roles;
    private final List<List<Groups.RoleSubtree>> roleSubtrees;

    /** The members of each group that are no users. */
    private final List<List<Member>> others;

    private final BitSet listsUnlistedUsers;
    private final boolean[] readable;
    private final boolean allReadable;
    private final boolean[] known;
    private final GroupComponents components;

    private GroupNesting(Linker linker) {
        subgroups = linker.subgroups;
        roles = linker.roles;
        roleSubtrees = List.of(linker.roleSubtrees);
        others = List.of(linker.others);
        listsUnlistedUsers = linker.listsUnlistedUsers;
        readable = linker.readable;
        components = GroupComponents.of(subgroups);
        known = spreadUnknown();
        allReadable = linker.allReadable;
    }

    static GroupNesting empty(MemberSlots none) {
        return new GroupNesting(new Linker(0, none));
    }

    /**
     * Links the member sets of groups, {@code members.get(slot)} each, with the slots of what they name. Of a group whose set
     * is the very same as in this nesting, the users are looked at only if some were not listed: users keep their slots.
     */
    GroupNesting with(List<Set<Member>> before, List<Set<Member>> members, MemberSlots slots) {
        Linker linker = new Linker(members.size(), slots);
        for (int group = 0; group < members.size(); group++) {
            Set<Member> set = members.get(group);
            if (group < before.size() && before.get(group) == set && !listsUnlistedUsers.get(group)) {
                linker.link(group, others.get(group));
            } else {
                linker.linkAnew(group, set);
            }
        }
        return new GroupNesting(linker);
    }

    /** The groups that list users who are not in the directory. */
    IntStream withUnlistedUsers() {
        return listsUnlistedUsers.stream();
    }

    /** A group is unknown if it, or any group inside it, has a member that cannot be read (A12). */
    private boolean[] spreadUnknown() {
        boolean[] result = new boolean[readable.length];
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

    /** Whether no group lists a member that cannot be read. */
    boolean allReadable() {
        return allReadable;
    }

    boolean known(int group) {
        return known[group];
    }

    int[] subgroups(int group) {
        return subgroups[group];
    }

    int[] roles(int group) {
        return roles[group];
    }

    List<Groups.RoleSubtree> roleSubtrees(int group) {
        return roleSubtrees.get(group);
    }

    GroupComponents components() {
        return components;
    }

    /** The slots of a group and of all groups inside it. */
    BitSet nested(int group) {
        BitSet reached = new BitSet(subgroups.length);
        int[] pending = new int[subgroups.length];
        int count = 0;
        pending[count++] = group;
        reached.set(group);
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

    /** Fills the columns, group by group. */
    private static final class Linker {

        private final MemberSlots slots;
        private final int[][] subgroups;
        private final int[][] roles;
        private final List<Groups.RoleSubtree>[] roleSubtrees;
        private final List<Member>[] others;
        private final BitSet listsUnlistedUsers = new BitSet();
        private final boolean[] readable;
        private boolean allReadable = true;

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists can only be made raw
        Linker(int count, MemberSlots slots) {
            this.slots = slots;
            subgroups = new int[count][];
            roles = new int[count][];
            roleSubtrees = new List[count];
            others = new List[count];
            readable = new boolean[count];
        }

        void linkAnew(int group, Set<Member> members) {
            List<Member> rest = new ArrayList<>();
            for (Member member : members) {
                if (!(member instanceof Member.OfUser)) {
                    rest.add(member);
                } else if (!slots.readable(member)) {
                    listsUnlistedUsers.set(group);
                }
            }
            link(group, List.copyOf(rest));
        }

        void link(int group, List<Member> members) {
            others[group] = members;
            Set<Integer> inner = new HashSet<>();
            Set<Integer> roleMembers = new HashSet<>();
            Set<Groups.RoleSubtree> subtrees = new LinkedHashSet<>();
            boolean all = !listsUnlistedUsers.get(group);
            for (Member member : members) {
                int slot = slots.slot(member);
                all &= slots.readable(member);
                if (slot < 0) {
                    continue;
                }
                if (member instanceof Member.OfGroup && slot != group) {
                    inner.add(slot);
                } else if (member instanceof Member.OfRole) {
                    roleMembers.add(slot);
                } else if (member instanceof Member.OfRoleAndSubordinates subtree) {
                    subtrees.add(new Groups.RoleSubtree(slot, subtree.internalOnly()));
                }
            }
            subgroups[group] = sorted(inner);
            roles[group] = sorted(roleMembers);
            roleSubtrees[group] = List.copyOf(subtrees);
            readable[group] = all;
            allReadable &= all;
        }

        private static int[] sorted(Set<Integer> slots) {
            return slots.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
    }
}
