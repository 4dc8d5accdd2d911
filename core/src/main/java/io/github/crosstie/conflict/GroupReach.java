package io.github.crosstie.conflict;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which groups and roles lie inside a group, each group walked once. */
final class GroupReach {

    private final Groups groups;
    private final Directory directory;
    private final Map<Integer, Inside> walked = new HashMap<>();

    private record Inside(BitSet groups, BitSet roles) {}

    GroupReach(Directory directory) {
        this.directory = directory;
        groups = directory.groups();
    }

    boolean holds(int group, int inner) {
        return inside(group).groups().get(inner);
    }

    boolean holdsRole(int group, int role) {
        return inside(group).roles().get(role);
    }

    private Inside inside(int group) {
        return walked.computeIfAbsent(group, this::walk);
    }

    private Inside walk(int top) {
        Inside inside = new Inside(new BitSet(), new BitSet());
        Deque<Integer> pending = new ArrayDeque<>();
        inside.groups().set(top);
        pending.push(top);
        while (!pending.isEmpty()) {
            int group = pending.pop();
            addRoles(group, inside.roles());
            for (int at = 0; at < groups.subgroupCount(group); at++) {
                int inner = groups.subgroup(group, at);
                if (!inside.groups().get(inner)) {
                    inside.groups().set(inner);
                    pending.push(inner);
                }
            }
        }
        return inside;
    }

    private void addRoles(int group, BitSet roles) {
        for (int at = 0; at < groups.roleCount(group); at++) {
            roles.set(groups.role(group, at));
        }
        for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
            for (int role : directory
                    .roles()
                    .subtree(subtree.role(), subtree.internalOnly())
                    .toArray()) {
                roles.set(role);
            }
        }
    }
}
