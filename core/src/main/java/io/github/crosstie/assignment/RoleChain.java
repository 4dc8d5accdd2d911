package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.RoleStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.assignment.WitnessPath.SubtreeStep;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps by which a user's role, or a role above it, holds them. Makes each step once. Not thread-safe. */
final class RoleChain {

    private final Roles roles;
    private final int role;
    private final List<Step> upwards = new ArrayList<>();
    private final Map<Integer, List<Step>> subtrees = new HashMap<>();

    /**
     * Starts at a user's own role.
     *
     * @param role its slot, or -1 for a user without a role, whom no role holds
     */
    RoleChain(Directory directory, int role) {
        roles = directory.roles();
        this.role = role;
    }

    int role() {
        return role;
    }

    /** The one step of the user's own role. */
    List<Step> own() {
        return List.of(upwards(0, role));
    }

    /** Whether a role with its subordinates holds the user. */
    boolean reachesDown(int top, boolean internalOnly) {
        return role >= 0 && roles.inSubtree(role, top, internalOnly);
    }

    /** The steps from a role and its subordinates, which hold the user, down to the role of the user. */
    List<Step> subtree(int top) {
        return subtrees.computeIfAbsent(top, this::stepsDown);
    }

    private List<Step> stepsDown(int top) {
        int distance = 0;
        for (int at = role; at != top; at = roles.parent(at)) {
            upwards(distance, at);
            distance++;
        }
        Step[] steps = new Step[distance + 1];
        steps[0] = new SubtreeStep(roles.id(top), name(top));
        for (int at = 1; at <= distance; at++) {
            steps[at] = upwards.get(distance - at);
        }
        return List.of(steps);
    }

    /** The step of the role so far above the user's; those below it have been asked for before. */
    private Step upwards(int distance, int slot) {
        if (distance == upwards.size()) {
            upwards.add(new RoleStep(roles.id(slot), name(slot)));
        }
        return upwards.get(distance);
    }

    private String name(int slot) {
        RoleId id = roles.id(slot);
        return roles.find(id).map(Role::developerName).orElse(id.value());
    }
}
