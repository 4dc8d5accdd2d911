package io.github.crosstie.assignment;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which groups list a group, a role or a subtree: the directory's nesting read from the inside out. */
final class Nesting {

    private final Map<Integer, List<Integer>> containers = new HashMap<>();
    private final Map<Integer, List<Integer>> byRole = new HashMap<>();
    private final Map<Integer, List<Integer>> bySubtree = new HashMap<>();

    Nesting(Directory directory) {
        Groups groups = directory.groups();
        for (int group = 0; group < groups.size(); group++) {
            for (int at = 0; at < groups.subgroupCount(group); at++) {
                add(containers, groups.subgroup(group, at), group);
            }
            for (int at = 0; at < groups.roleCount(group); at++) {
                add(byRole, groups.role(group, at), group);
            }
            for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
                add(bySubtree, subtree.role(), group);
            }
        }
    }

    private static void add(Map<Integer, List<Integer>> into, int inner, int group) {
        into.computeIfAbsent(inner, none -> new ArrayList<>(2)).add(group);
    }

    List<Integer> containers(int group) {
        return containers.getOrDefault(group, List.of());
    }

    List<Integer> groupsOfRole(int role) {
        return byRole.getOrDefault(role, List.of());
    }

    List<Integer> groupsOfSubtree(int top) {
        return bySubtree.getOrDefault(top, List.of());
    }
}
