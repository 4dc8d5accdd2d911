package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.WitnessPath.GroupStep;
import io.github.crosstie.assignment.WitnessPath.ProfileStep;
import io.github.crosstie.assignment.WitnessPath.RoleStep;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.assignment.WitnessPath.SubtreeStep;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Checks witness paths step by step against raw member rows, and that none is longer than it must be (A8). */
final class Proof {

    private final Directory directory;
    private final Membership membership;

    Proof(Directory directory, Membership membership) {
        this.directory = directory;
        this.membership = membership;
    }

    void check(String of, User user, Route route) {
        check(of, user, route.assignment(), route.path());
    }

    void check(String of, User user, Assignment assignment, WitnessPath path) {
        List<Step> steps = path.steps();
        String context = of + ", path " + path;
        assertThat(path.user()).as(context).isEqualTo(user.id());
        assertThat(steps.isEmpty()).as(context).isEqualTo(assignment.kind() == AssignmentKind.USER);
        if (steps.isEmpty()) {
            assertThat(assignment.targetId()).as(context).isEqualTo(user.id().value());
            return;
        }
        assertThat(target(steps.get(0))).as(context).isEqualTo(assignment.kind() + " " + assignment.targetId());
        for (int at = 0; at + 1 < steps.size(); at++) {
            assertThat(holds(steps.get(at), steps.get(at + 1), user))
                    .as("%s, step %s", context, at)
                    .isTrue();
        }
        assertThat(holdsUser(steps.get(steps.size() - 1), user)).as(context).isTrue();
        if (assignment instanceof Assignment.OfGroup group) {
            assertThat(steps).as("%s, shortest", context).hasSize(shortest(group.group(), user));
        }
    }

    private static String target(Step step) {
        if (step instanceof ProfileStep profile) {
            return AssignmentKind.PROFILE + " " + profile.id();
        }
        if (step instanceof GroupStep group) {
            return AssignmentKind.GROUP + " " + group.id();
        }
        if (step instanceof RoleStep role) {
            return AssignmentKind.ROLE + " " + role.id();
        }
        return AssignmentKind.ROLE_AND_SUBORDINATES + " " + ((SubtreeStep) step).id();
    }

    private boolean holds(Step outer, Step inner, User user) {
        if (outer instanceof GroupStep group) {
            Stream<Member> rows = membership.direct(group.id()).stream();
            if (inner instanceof GroupStep nested) {
                return rows.anyMatch(new Member.OfGroup(nested.id())::equals);
            }
            if (inner instanceof RoleStep role) {
                return rows.anyMatch(new Member.OfRole(role.id())::equals);
            }
            return inner instanceof SubtreeStep subtree
                    && rows.anyMatch(row -> row instanceof Member.OfRoleAndSubordinates of
                            && of.role().equals(subtree.id())
                            && membership.means(of, user));
        }
        RoleId above = outer instanceof SubtreeStep subtree ? subtree.id() : ((RoleStep) outer).id();
        return inner instanceof RoleStep below
                && directory.roles().find(below.id()).map(Role::parent).equals(Optional.of(above));
    }

    private boolean holdsUser(Step last, User user) {
        if (last instanceof ProfileStep profile) {
            return profile.id().equals(user.profile());
        }
        if (last instanceof GroupStep group) {
            return membership.direct(group.id()).contains(new Member.OfUser(user.id()));
        }
        RoleId role = last instanceof SubtreeStep subtree ? subtree.id() : ((RoleStep) last).id();
        return user.role().equals(Optional.of(role));
    }

    /** The least number of steps: shortens estimates until none gets shorter. */
    private int shortest(GroupId wanted, User user) {
        Map<GroupId, Integer> steps = new HashMap<>();
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (GroupId group : membership.nested(wanted)) {
                OptionalInt now = membership.direct(group).stream()
                        .flatMap(member -> inside(member, user, steps).stream())
                        .mapToInt(inner -> inner + 1)
                        .min();
                if (now.isPresent() && now.getAsInt() < steps.getOrDefault(group, Integer.MAX_VALUE)) {
                    steps.put(group, now.getAsInt());
                    shorter = true;
                }
            }
        }
        return steps.getOrDefault(wanted, 0);
    }

    private Optional<Integer> inside(Member member, User user, Map<GroupId, Integer> steps) {
        if (member instanceof Member.OfGroup inner) {
            return Optional.ofNullable(steps.get(inner.group()));
        }
        if (!membership.means(member, user)) {
            return Optional.empty();
        }
        if (member instanceof Member.OfRoleAndSubordinates of) {
            return Optional.of(membership.chain(user).indexOf(of.role()) + 1);
        }
        return Optional.of(member instanceof Member.OfRole ? 1 : 0);
    }
}
