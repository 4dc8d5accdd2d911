package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds groups that another group reaches on two ways (A11). From all groups that contain a group it walks outwards, one
 * level of all of them after the other, marking from which of them it came; a group that is reached from two of them is the
 * top of a diamond. For each inner group the nearest top is reported, among several the one of the smallest id. Groups that
 * contain each other count as one here, since their cycle is reported already; the one of the smallest id stands for them.
 *
 * <p>Nearby tops, the common ones, end the walk at once, and groups with the same containers are looked at once.
 */
final class GroupDiamonds {

    private static final int NOBODY = -1;

    private final Groups groups;
    private final int[][] containers;
    private final int[] cameFrom;
    private final int[] seenInRound;
    private final int[] queue;
    private int round;

    GroupDiamonds(Groups groups) {
        this.groups = groups;
        containers = containers();
        cameFrom = new int[containers.length];
        seenInRound = new int[containers.length];
        queue = new int[containers.length];
    }

    /** For each component, the other components with a group that lists one of its groups. */
    private int[][] containers() {
        List<Set<Integer>> found = new ArrayList<>();
        for (int inner = 0; inner < groups.componentCount(); inner++) {
            found.add(new HashSet<>(2));
        }
        for (int group = 0; group < groups.size(); group++) {
            int outer = groups.component(group);
            for (int at = 0; at < groups.subgroupCount(group); at++) {
                int inner = groups.component(groups.subgroup(group, at));
                if (inner != outer) {
                    found.get(inner).add(outer);
                }
            }
        }
        return found.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toArray(int[][]::new);
    }

    List<DirectoryProblem> find() {
        Map<List<Integer>, Integer> topOfContainers = new HashMap<>();
        List<DirectoryProblem> problems = new ArrayList<>();
        for (int inner = 0; inner < containers.length; inner++) {
            int[] starts = containers[inner];
            if (starts.length < 2) {
                continue;
            }
            int top = topOfContainers.computeIfAbsent(
                    Arrays.stream(starts).boxed().toList(), same -> topAbove(starts));
            if (top != NOBODY) {
                problems.add(new DirectoryProblem.GroupDiamond(first(top), first(inner)));
            }
        }
        return problems;
    }

    private int topAbove(int[] starts) {
        round++;
        int end = 0;
        for (int start : starts) {
            mark(start, start);
            queue[end++] = start;
        }
        int top = NOBODY;
        int level = 0;
        while (level < end && top == NOBODY) {
            int levelEnd = end;
            for (int at = level; at < levelEnd; at++) {
                int from = cameFrom[queue[at]];
                for (int above : containers[queue[at]]) {
                    if (seenInRound[above] != round) {
                        mark(above, from);
                        queue[end++] = above;
                    } else if (cameFrom[above] != from) {
                        top = smaller(top, above);
                    }
                }
            }
            level = levelEnd;
        }
        return top;
    }

    private void mark(int component, int from) {
        seenInRound[component] = round;
        cameFrom[component] = from;
    }

    private int smaller(int top, int other) {
        return top == NOBODY || first(other).id().compareTo(first(top).id()) < 0 ? other : top;
    }

    private Group first(int component) {
        return groups.componentMembers(component)
                .mapToObj(groups::at)
                .min(Comparator.comparing(Group::id))
                .orElseThrow();
    }
}
