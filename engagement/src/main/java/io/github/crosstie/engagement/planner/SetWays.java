package io.github.crosstie.engagement.planner;

import io.github.crosstie.assignment.WitnessPath.GroupStep;
import io.github.crosstie.assignment.WitnessPath.RoleStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.assignment.WitnessPath.SubtreeStep;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.Groups;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.Roles;
import io.github.crosstie.directory.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways from the assignments of one set down to every group and role that it reaches, found once for all users: a
 * user's way is then that of their role or of one of their groups. Immutable once made.
 */
final class SetWays {

    /** A way by the assignment of a rank; the smallest rank is the strongest kind. */
    private record Way(int rank, List<Step> steps) {

        static final Comparator<Way> STRONGEST = Comparator.comparingInt(Way::rank)
                .thenComparingInt(way -> way.steps().size());

        Way then(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Way(rank, List.copyOf(longer));
        }
    }

    private final Directory directory;
    private final Groups groups;
    private final Roles roles;
    private final Set<UserId> individuals = new HashSet<>();
    private final Map<Integer, Way> byGroup = new HashMap<>();
    private final Map<Integer, Way> byRole = new HashMap<>();

    SetWays(Directory directory, List<Assignment> assignments) {
        this.directory = directory;
        groups = directory.groups();
        roles = directory.roles();
        List<Assignment> strongestFirst = new ArrayList<>(assignments);
        strongestFirst.sort(Comparator.comparing(Assignment::kind).thenComparing(Assignment::targetId));
        for (int rank = 0; rank < strongestFirst.size(); rank++) {
            follow(strongestFirst.get(rank), rank);
        }
    }

    private void follow(Assignment assignment, int rank) {
        Way start = new Way(rank, List.of());
        if (assignment instanceof Assignment.OfUser of) {
            individuals.add(of.user());
        } else if (assignment instanceof Assignment.OfGroup of) {
            followGroup(start, groups.slot(of.group()));
        } else if (assignment instanceof Assignment.OfRole of) {
            reachRole(start, roles.slot(of.role()));
        } else if (assignment instanceof Assignment.OfRoleAndSubordinates of) {
            followSubtree(start, roles.slot(of.role()), of.internalOnly());
        }
    }

    /** Outer groups first, so that of several ways the shortest is found. */
    private void followGroup(Way start, int top) {
        if (top < 0) {
            return;
        }
        Deque<Integer> reached = new ArrayDeque<>();
        Map<Integer, Way> here = new HashMap<>();
        here.put(top, start.then(groupStep(top)));
        reached.add(top);
        while (!reached.isEmpty()) {
            int group = reached.remove();
            Way way = here.getOrDefault(group, start);
            keep(byGroup, group, way);
            for (int at = 0; at < groups.roleCount(group); at++) {
                reachRole(way, groups.role(group, at));
            }
            for (Groups.RoleSubtree subtree : groups.roleSubtrees(group)) {
                followSubtree(way, subtree.role(), subtree.internalOnly());
            }
            for (int at = 0; at < groups.subgroupCount(group); at++) {
                int inner = groups.subgroup(group, at);
                if (here.putIfAbsent(inner, way.then(groupStep(inner))) == null) {
                    reached.add(inner);
                }
            }
        }
    }

    private void followSubtree(Way start, int top, boolean internalOnly) {
        if (top < 0) {
            return;
        }
        Way way = start.then(new SubtreeStep(roles.id(top), name(top)));
        Map<Integer, Way> here = new HashMap<>();
        for (int role : roles.subtree(top, internalOnly).toArray()) { // in pre-order: those above come first
            Way above = here.getOrDefault(roles.parent(role), way);
            Way own = role == top ? way : above.then(roleStep(role));
            here.put(role, own);
            keep(byRole, role, own);
        }
    }

    private void reachRole(Way way, int role) {
        if (role >= 0) {
            keep(byRole, role, way.then(roleStep(role)));
        }
    }

    private static void keep(Map<Integer, Way> ways, int thing, Way way) {
        ways.merge(thing, way, (one, other) -> Way.STRONGEST.compare(one, other) <= 0 ? one : other);
    }

    private Step groupStep(int slot) {
        Group group = groups.at(slot);
        return new GroupStep(group.id(), group.developerName());
    }

    private Step roleStep(int slot) {
        return new RoleStep(roles.id(slot), name(slot));
    }

    private String name(int slot) {
        RoleId id = roles.id(slot);
        return roles.find(id).map(Role::developerName).orElse(id.value());
    }

    /** The strongest way to a user; null if the set does not reach them. */
    @Nullable
    List<Step> to(int slot) {
        if (individuals.contains(directory.users().at(slot).id())) {
            return List.of();
        }
        int role = directory.users().role(slot);
        @Nullable Way best = role < 0 ? null : byRole.get(role);
        for (int at = 0; at < directory.users().groupCount(slot); at++) {
            @Nullable Way way = byGroup.get(directory.users().group(slot, at));
            if (way != null && (best == null || Way.STRONGEST.compare(way, best) < 0)) {
                best = way;
            }
        }
        return best == null ? null : best.steps();
    }
}
