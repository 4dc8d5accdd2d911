package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.GroupStep;
import io.github.crosstie.assignment.WitnessPath.RoleStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.assignment.WitnessPath.SubtreeStep;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.Groups;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.Roles;
import io.github.crosstie.directory.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks outwards from a user through every group that holds them, nearest first, and remembers the way back: the shortest
 * witness of each membership (A8). A group entered by a role is as far as the steps from it down to the user's role.
 */
final class GroupWalk {

    private static final int ENTRY = -1;

    private final Directory directory;
    private final Groups groups;
    private final Roles roles;
    private final int role;
    private final Map<Integer, Integer> inwards = new LinkedHashMap<>();
    private final Map<Integer, List<Step>> entries = new LinkedHashMap<>();

    GroupWalk(Directory directory, Nesting nesting, int user) {
        this.directory = directory;
        groups = directory.groups();
        roles = directory.roles();
        role = directory.users().role(user);
        enterDirectly(directory.users(), user);
        enterByRole(nesting);
        walk(nesting);
    }

    private void enterDirectly(Users users, int user) {
        for (int at = 0; at < users.groupCount(user); at++) {
            entries.put(users.group(user, at), List.of());
        }
    }

    private void enterByRole(Nesting nesting) {
        if (role < 0) {
            return;
        }
        nesting.groupsOfRole(role).forEach(group -> entries.putIfAbsent(group, List.of(roleStep(role))));
        for (int top = role; top >= 0; top = roles.parent(top)) {
            int upper = top;
            nesting.groupsOfSubtree(top)
                    .filter(group -> holdsRole(group, upper))
                    .forEach(group -> entries.putIfAbsent(group, subtree(directory, upper, role)));
        }
    }

    private boolean holdsRole(int group, int top) {
        return groups.roleSubtrees(group).stream()
                .anyMatch(subtree -> subtree.role() == top && roles.inSubtree(role, top, subtree.internalOnly()));
    }

    private void walk(Nesting nesting) {
        SortedMap<Integer, List<Integer>> entriesByDistance = new TreeMap<>();
        entries.forEach((group, steps) -> entriesByDistance
                .computeIfAbsent(steps.size(), none -> new ArrayList<>())
                .add(group));
        List<Integer> reached = List.of();
        for (int distance = 0; !reached.isEmpty() || !entriesByDistance.isEmpty(); distance++) {
            List<Integer> next = new ArrayList<>();
            for (int group : reached) {
                nesting.containers(group)
                        .filter(outer -> inwards.putIfAbsent(outer, group) == null)
                        .forEach(next::add);
            }
            @Nullable List<Integer> entering = entriesByDistance.remove(distance);
            if (entering != null) {
                entering.stream()
                        .filter(group -> inwards.putIfAbsent(group, ENTRY) == null)
                        .forEach(next::add);
            }
            reached = next;
        }
    }

    boolean reaches(int group) {
        return inwards.containsKey(group);
    }

    /** The steps from a reached group inwards. */
    List<Step> stepsFrom(int group) {
        List<Step> steps = new ArrayList<>();
        int at = group;
        int next = inwards.getOrDefault(at, ENTRY);
        steps.add(groupStep(at));
        while (next != ENTRY) {
            at = next;
            steps.add(groupStep(at));
            next = inwards.getOrDefault(at, ENTRY);
        }
        steps.addAll(entries.getOrDefault(at, List.of()));
        return steps;
    }

    private Step groupStep(int slot) {
        Group group = groups.at(slot);
        return new GroupStep(group.id(), group.developerName());
    }

    Step roleStep(int slot) {
        return new RoleStep(roles.id(slot), roleName(directory, slot));
    }

    /** The steps from a role and its subordinates down to the role of the user. */
    static List<Step> subtree(Directory directory, int top, int role) {
        Roles forest = directory.roles();
        List<Step> steps = new ArrayList<>();
        for (int at = role; at != top; at = forest.parent(at)) {
            steps.add(0, new RoleStep(forest.id(at), roleName(directory, at)));
        }
        steps.add(0, new SubtreeStep(forest.id(top), roleName(directory, top)));
        return steps;
    }

    static String roleName(Directory directory, int slot) {
        RoleId id = directory.roles().id(slot);
        return directory.roles().find(id).map(Role::developerName).orElse(id.value());
    }
}
