package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.ProfileStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Users;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of one user which assignments mean them, and by which way (A8). */
final class Witness {

    private final Directory directory;
    private final int slot;
    private final RoleChain chain;
    private final GroupWalk walk;

    Witness(Directory directory, Nesting nesting, int slot) {
        this.directory = directory;
        this.slot = slot;
        chain = new RoleChain(directory, directory.users().role(slot));
        walk = new GroupWalk(directory, nesting, chain, slot);
    }

    /** The places of every assignment to the user or to what holds them; of a subtree without portal roles, perhaps not. */
    BitSet places(AssignmentIndex index) {
        BitSet places = new BitSet();
        index.addTo(places, AssignmentKind.USER, slot);
        index.addTo(places, AssignmentKind.PROFILE, directory.users().profile(slot));
        walk.forEachReached(group -> index.addTo(places, AssignmentKind.GROUP, group));
        index.addTo(places, AssignmentKind.ROLE, chain.role());
        for (int top = chain.role(); top >= 0; top = directory.roles().parent(top)) {
            index.addTo(places, AssignmentKind.ROLE_AND_SUBORDINATES, top);
        }
        return places;
    }

    /**
     * The steps from an assignment's target to the user, or null if the assignment does not mean the user.
     *
     * @param target where the target stands among the records of its kind, or -1
     */
    @Nullable
    List<Step> steps(Assignment assignment, int target) {
        if (target < 0) {
            return null;
        }
        Users users = directory.users();
        return switch (assignment.kind()) {
            case USER -> target == slot ? List.of() : null;
            case PROFILE -> target == users.profile(slot) ? List.of(profileStep()) : null;
            case GROUP -> walk.stepsFrom(target);
            case ROLE -> target == chain.role() ? chain.own() : null;
            case ROLE_AND_SUBORDINATES ->
                chain.reachesDown(target, internalOnly(assignment)) ? chain.subtree(target) : null;
        };
    }

    private static boolean internalOnly(Assignment assignment) {
        return assignment instanceof Assignment.OfRoleAndSubordinates of && of.internalOnly();
    }

    private Step profileStep() {
        ProfileId id = directory.users().at(slot).profile();
        return new ProfileStep(
                id, directory.profiles().find(id).map(Profile::name).orElse(id.value()));
    }
}
