package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.GroupStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.Groups;
import io.github.crosstie.directory.Roles;
import io.github.crosstie.directory.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks outwards from a user through every group that holds them, nearest first, and remembers the way back: the shortest
 * witness of each membership (A8). A group entered by a role is as far as the steps from it down to the user's role. Not
 * thread-safe.
 */
final class GroupWalk {

    private final Groups groups;
    private final Roles roles;
    private final RoleChain chain;

    /** By slot; null where the walk did not come. */
    private final @Nullable Reached[] reached;

    /** As the walk came to them: a queue while it lasts. */
    private final List<Reached> nearestFirst = new ArrayList<>();

    /** A group that holds the user: through a group inside it, or else by itself, through the steps of a role if any. */
    private static final class Reached {

        private final int group;
        private final @Nullable Reached inner;
        private final List<Step> entry;

        /** Empty until asked for. */
        private List<Step> steps = List.of();

        Reached(int group, @Nullable Reached inner, List<Step> entry) {
            this.group = group;
            this.inner = inner;
            this.entry = entry;
        }
    }

    GroupWalk(Directory directory, Nesting nesting, RoleChain chain, int user) {
        groups = directory.groups();
        roles = directory.roles();
        this.chain = chain;
        reached = new Reached[groups.size()];
        enterDirectly(directory.users(), user);
        int from = widen(nesting, 0);
        if (chain.role() >= 0) {
            nesting.groupsOfRole(chain.role(), group -> enter(group, chain.own()));
        }
        for (int top = chain.role(); top >= 0; top = roles.parent(top)) {
            enterBySubtree(nesting, top);
            from = widen(nesting, from);
        }
        while (from < nearestFirst.size()) {
            from = widen(nesting, from);
        }
    }

    private void enterDirectly(Users users, int user) {
        for (int at = 0; at < users.groupCount(user); at++) {
            enter(users.group(user, at), List.of());
        }
    }

    private void enterBySubtree(Nesting nesting, int top) {
        nesting.groupsOfSubtree(top, group -> {
            if (reached[group] == null && holdsRoleBelow(group, top)) {
                enter(group, chain.subtree(top));
            }
        });
    }

    private boolean holdsRoleBelow(int group, int top) {
        for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
            if (subtree.role() == top && chain.reachesDown(top, subtree.internalOnly())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes one step outwards from the groups at one distance, which stand at the end of the queue.
     *
     * @param from where they begin
     * @return where those at the next distance begin
     */
    private int widen(Nesting nesting, int from) {
        int to = nearestFirst.size();
        for (int at = from; at < to; at++) {
            Reached inner = nearestFirst.get(at);
            nesting.containers(inner.group, outer -> reach(outer, inner, List.of()));
        }
        return to;
    }

    private void enter(int group, List<Step> entry) {
        reach(group, null, entry);
    }

    private void reach(int group, @Nullable Reached inner, List<Step> entry) {
        if (reached[group] == null) {
            Reached fresh = new Reached(group, inner, entry);
            reached[group] = fresh;
            nearestFirst.add(fresh);
        }
    }

    /** Tells of every group that holds the user, nearest first. */
    void forEachReached(IntConsumer each) {
        nearestFirst.forEach(one -> each.accept(one.group));
    }

    /** The steps from a group inwards to the user, or null if it does not hold them. */
    @Nullable
    List<Step> stepsFrom(int group) {
        Reached from = reached[group];
        if (from == null) {
            return null;
        }
        if (from.steps.isEmpty()) {
            from.steps = stepsInwards(from);
        }
        return from.steps;
    }

    private List<Step> stepsInwards(Reached from) {
        List<Step> steps = new ArrayList<>();
        Reached last = from;
        for (@Nullable Reached at = from; at != null; at = at.inner) {
            Group group = groups.at(at.group);
            steps.add(new GroupStep(group.id(), group.developerName()));
            last = at;
        }
        steps.addAll(last.entry);
        return List.copyOf(steps);
    }
}
