package io.github.crosstie.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strongly connected components of the "contains" relation between groups: groups that contain each other have the same
 * members. Components are numbered so that an inner one always comes before the ones that contain it. Tarjan's algorithm
 * with a stack of its own, because nesting has no depth limit (A11).
 */
final class GroupComponents {

    private final int[][] inner;
    private final int[] component;
    private final int[] order;
    private final int[] low;
    private final List<int[]> members = new ArrayList<>();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private int visited;

    private GroupComponents(int[][] inner) {
        this.inner = inner;
        component = new int[inner.length];
        order = new int[inner.length];
        low = new int[inner.length];
        Arrays.fill(component, -1);
        Arrays.fill(order, -1);
    }

    /** Finds the components, where {@code inner[g]} are the groups that g contains. */
    static GroupComponents of(int[][] inner) {
        GroupComponents found = new GroupComponents(inner);
        for (int group = 0; group < inner.length; group++) {
            if (found.order[group] < 0) {
                found.visitFrom(group);
            }
        }
        return found;
    }

    private void visitFrom(int root) {
        ArrayDeque<int[]> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            int[] frame = path.element();
            int group = frame[0];
            if (frame[1] < inner[group].length) {
                int next = inner[group][frame[1]++];
                if (order[next] < 0) {
                    path.push(enter(next));
                } else if (component[next] < 0) {
                    low[group] = Math.min(low[group], order[next]);
                }
                continue;
            }
            path.pop();
            if (!path.isEmpty()) {
                int above = path.element()[0];
                low[above] = Math.min(low[above], low[group]);
            }
            if (low[group] == order[group]) {
                close(group);
            }
        }
    }

    private int[] enter(int group) {
        order[group] = visited;
        low[group] = visited++;
        open.push(group);
        return new int[] {group, 0};
    }

    private void close(int root) {
        List<Integer> slots = new ArrayList<>();
        int group;
        do {
            group = open.pop();
            component[group] = members.size();
            slots.add(group);
        } while (group != root);
        members.add(slots.stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    int count() {
        return members.size();
    }

    int of(int group) {
        return component[group];
    }

    int[] members(int number) {
        return members.get(number);
    }
}
