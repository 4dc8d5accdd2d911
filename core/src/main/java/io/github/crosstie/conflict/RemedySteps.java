package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.function.UnaryOperator;

/** What steps have in common. */
final class RemedySteps {

    private RemedySteps() {}

    static void check(RemedyStep step, OrganizationSetup setup) {
        if (!step.organization().equals(setup.id())) {
            throw new IllegalArgumentException("a step for organization " + step.organization()
                    + " cannot be applied to organization " + setup.id() + "; pass the setup it was made for");
        }
    }

    static OrganizationSetup without(
            RemedyStep step, OrganizationSetup setup, AssignmentList list, Assignment assignment) {
        check(step, setup);
        return setup.with(list.without(setup.configurations(), assignment));
    }

    static OrganizationSetup edited(
            RemedyStep step, OrganizationSetup setup, UserId user, UnaryOperator<User.Builder> edit) {
        check(step, setup);
        User found = setup.directory()
                .users()
                .find(user)
                .orElseThrow(() -> new IllegalArgumentException(
                        "organization " + setup.id() + " has no user " + user + "; detect again, as it changed since"));
        Directory directory = setup.directory()
                .update()
                .put(edit.apply(found.toBuilder()).build())
                .build();
        return setup.with(directory);
    }
}
