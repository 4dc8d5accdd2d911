package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.ProfileStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of one user whether an assignment means them, and by which way (A8). */
final class Witness {

    private final Directory directory;
    private final User user;
    private final int slot;
    private final GroupWalk walk;

    Witness(Directory directory, Nesting nesting, int slot) {
        this.directory = directory;
        this.slot = slot;
        user = directory.users().at(slot);
        walk = new GroupWalk(directory, nesting, slot);
    }

    boolean inGroup(int group) {
        return walk.reaches(group);
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
        int role = users.role(slot);
        return switch (assignment.kind()) {
            case USER -> target == slot ? List.of() : null;
            case PROFILE -> target == users.profile(slot) ? List.of(profileStep(user.profile())) : null;
            case GROUP -> walk.reaches(target) ? walk.stepsFrom(target) : null;
            case ROLE -> target == role ? List.of(walk.roleStep(role)) : null;
            case ROLE_AND_SUBORDINATES ->
                role >= 0 && directory.roles().inSubtree(role, target, internalOnly(assignment))
                        ? GroupWalk.subtree(directory, target, role)
                        : null;
        };
    }

    private static boolean internalOnly(Assignment assignment) {
        return assignment instanceof Assignment.OfRoleAndSubordinates of && of.internalOnly();
    }

    private Step profileStep(ProfileId id) {
        return new ProfileStep(
                id, directory.profiles().find(id).map(Profile::name).orElse(id.value()));
    }
}
