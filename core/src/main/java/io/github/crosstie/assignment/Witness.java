package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.ProfileStep;
import io.github.crosstie.assignment.WitnessPath.RoleStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Roles;
import io.github.crosstie.directory.User;
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

    /** The steps from an assignment's target to the user, or null if the assignment does not mean the user. */
    @Nullable
    List<Step> steps(Assignment assignment) {
        Roles roles = directory.roles();
        int role = directory.users().role(slot);
        if (assignment instanceof Assignment.OfUser of) {
            return of.user().equals(user.id()) ? List.of() : null;
        }
        if (assignment instanceof Assignment.OfProfile of) {
            return of.profile().equals(user.profile()) ? List.of(profileStep(of.profile())) : null;
        }
        if (assignment instanceof Assignment.OfGroup of) {
            int group = directory.groups().slot(of.group());
            return group >= 0 && walk.reaches(group) ? walk.stepsFrom(group) : null;
        }
        if (assignment instanceof Assignment.OfRole of) {
            return role >= 0 && roles.slot(of.role()) == role
                    ? List.of(new RoleStep(of.role(), GroupWalk.roleName(directory, role)))
                    : null;
        }
        Assignment.OfRoleAndSubordinates of = (Assignment.OfRoleAndSubordinates) assignment;
        int top = roles.slot(of.role());
        return role >= 0 && top >= 0 && roles.inSubtree(role, top, of.internalOnly())
                ? GroupWalk.subtree(directory, top, role)
                : null;
    }

    private Step profileStep(ProfileId id) {
        return new ProfileStep(
                id, directory.profiles().find(id).map(Profile::name).orElse(id.value()));
    }
}
