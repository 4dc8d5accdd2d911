package io.github.crosstie.assignment;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;
import java.util.function.IntConsumer;

/** Which groups list a group, a role or a subtree: the directory's nesting read from the inside out. Immutable. */
final class Nesting {

    private final Lists containers;
    private final Lists byRole;
    private final Lists bySubtree;

    Nesting(Directory directory) {
        Groups groups = directory.groups();
        containers = new Lists(groups.size());
        byRole = new Lists(directory.roles().size());
        bySubtree = new Lists(directory.roles().size());
        count(groups);
        // from the last group to the first, as each takes the last free place
        for (int group = groups.size() - 1; group >= 0; group--) {
            place(groups, group);
        }
    }

    private void count(Groups groups) {
        for (int group = 0; group < groups.size(); group++) {
            for (int at = 0; at < groups.subgroupCount(group); at++) {
                containers.count(groups.subgroup(group, at));
            }
            for (int at = 0; at < groups.roleCount(group); at++) {
                byRole.count(groups.role(group, at));
            }
            for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
                bySubtree.count(subtree.role());
            }
        }
        containers.allot();
        byRole.allot();
        bySubtree.allot();
    }

    private void place(Groups groups, int group) {
        for (int at = 0; at < groups.subgroupCount(group); at++) {
            containers.place(groups.subgroup(group, at), group);
        }
        for (int at = 0; at < groups.roleCount(group); at++) {
            byRole.place(groups.role(group, at), group);
        }
        for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
            bySubtree.place(subtree.role(), group);
        }
    }

    /** Tells the groups that list a group, ascending. */
    void containers(int group, IntConsumer each) {
        containers.forEach(group, each);
    }

    /** Tells the groups that list a role, ascending. */
    void groupsOfRole(int role, IntConsumer each) {
        byRole.forEach(role, each);
    }

    /** Tells the groups that list a role with its subordinates, ascending; twice if with and without portal roles. */
    void groupsOfSubtree(int top, IntConsumer each) {
        bySubtree.forEach(top, each);
    }

    /** Lists of groups by what they list, one behind the other: counted first, then placed. */
    private static final class Lists {

        private final int[] starts;
        private int[] groups = {};

        Lists(int size) {
            starts = new int[size + 1];
        }

        void count(int inner) {
            starts[inner]++;
        }

        /** Makes room; until all are placed, a list starts where its last free place ends. */
        void allot() {
            for (int inner = 1; inner < starts.length; inner++) {
                starts[inner] += starts[inner - 1];
            }
            groups = new int[starts[starts.length - 1]];
        }

        void place(int inner, int group) {
            groups[--starts[inner]] = group;
        }

        void forEach(int inner, IntConsumer each) {
            for (int at = starts[inner]; at < starts[inner + 1]; at++) {
                each.accept(groups[at]);
            }
        }
    }
}
