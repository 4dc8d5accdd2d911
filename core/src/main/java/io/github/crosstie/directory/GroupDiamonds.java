package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds groups that another group reaches on two ways (A11). For each group with several containers it walks up from all of
 * them at once, marking whose ancestor a group is; a group marked by two of them is the top of a diamond. One diamond is
 * reported for each inner group.
 */
final class GroupDiamonds {

    private static final int NOBODY = -1;

    private final Groups groups;
    private final int[][] containers;
    private final int[] owner;
    private final int[] seenFor;

    GroupDiamonds(Groups groups) {
        this.groups = groups;
        owner = new int[groups.size()];
        seenFor = new int[groups.size()];
        Arrays.fill(seenFor, NOBODY);
        containers = containers();
    }

    private int[][] containers() {
        List<List<Integer>> found = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            found.add(new ArrayList<>());
        }
        for (int outer = 0; outer < groups.size(); outer++) {
            for (int at = 0; at < groups.subgroupCount(outer); at++) {
                int inner = groups.subgroup(outer, at);
                if (groups.component(inner) != groups.component(outer)) {
                    found.get(inner).add(outer);
                }
            }
        }
        return found.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    List<DirectoryProblem> find() {
        List<DirectoryProblem> problems = new ArrayList<>();
        for (int inner = 0; inner < groups.size(); inner++) {
            int top = containers[inner].length < 2 ? NOBODY : topOf(inner);
            if (top != NOBODY) {
                problems.add(new DirectoryProblem.GroupDiamond(groups.at(top), groups.at(inner)));
            }
        }
        return problems;
    }

    private int topOf(int inner) {
        int[] pending = new int[groups.size()];
        for (int start : containers[inner]) {
            int count = 0;
            pending[count++] = start;
            while (count > 0) {
                int group = pending[--count];
                if (seenFor[group] == inner) {
                    if (owner[group] != start) {
                        return group;
                    }
                    continue;
                }
                seenFor[group] = inner;
                owner[group] = start;
                for (int above : containers[group]) {
                    pending[count++] = above;
                    if (count == pending.length) {
                        pending = Arrays.copyOf(pending, count * 2);
                    }
                }
            }
        }
        return NOBODY;
    }
}
