package io.github.crosstie.assignment;

import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Objects;

/**
 * The way from an assignment's target to a user: proof that the user is meant (A8). Reads
 * {@code group Sales_EMEA ⊃ group Sales_DE ∋ user 005…}. Of several ways it is a shortest one.
 *
 * @param steps from the target inwards; empty for an individual assignment
 * @param user who is meant
 */
public record WitnessPath(List<Step> steps, UserId user) {

    /** Copies the list. */
    public WitnessPath {
        steps = List.copyOf(steps);
        Objects.requireNonNull(user, "user");
    }

    /** One thing on the way that holds the next. */
    public sealed interface Step {}

    /**
     * A profile.
     *
     * @param id its id
     * @param name its name; the id where it was not listed
     */
    public record ProfileStep(ProfileId id, String name) implements Step {
        @Override
        public String toString() {
            return "profile " + name;
        }
    }

    /**
     * A public group.
     *
     * @param id its id
     * @param name its developer name
     */
    public record GroupStep(GroupId id, String name) implements Step {
        @Override
        public String toString() {
            return "group " + name;
        }
    }

    /**
     * A role: the users in it, or, between two roles of the way, the one above.
     *
     * @param id its id
     * @param name its developer name; the id where it was not listed
     */
    public record RoleStep(RoleId id, String name) implements Step {
        @Override
        public String toString() {
            return "role " + name;
        }
    }

    /**
     * A role with everything below it.
     *
     * @param id the id of the upper role
     * @param name its developer name; the id where it was not listed
     */
    public record SubtreeStep(RoleId id, String name) implements Step {
        @Override
        public String toString() {
            return "role and subordinates " + name;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < steps.size(); at++) {
            text.append(steps.get(at)).append(at + 1 < steps.size() ? " ⊃ " : " ∋ ");
        }
        return text.append("user ").append(user).toString();
    }
}
